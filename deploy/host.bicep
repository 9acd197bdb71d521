// Where the bot runs: Container Apps, which brings HTTPS with a name and a certificate, probes, secrets by identity, and the way back to the revision before.
param name string
param location string
param subnetId string
param registryName string
param image string
param identityId string
param identityPrincipalId string
param replicas int
param vaultUri string

@description('What appsettings.json holds.')
param settings object

@description('Settings by their names in the environment.')
param plainSettings object

@description('For each secret setting the name of its secret in the vault.')
param vaultSettings object

var pullRole = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var port = 8080

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource puller 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identityPrincipalId, pullRole)
  scope: registry
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pullRole)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  dependsOn: [puller]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, allowInsecure: false, targetPort: port, transport: 'auto' }
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
      secrets: concat(
        // Without a version in the address, so that a renewed secret is found.
        map(items(vaultSettings), secret => { name: secret.value, keyVaultUrl: '${vaultUri}secrets/${secret.value}', identity: identityId }),
        [{ name: 'settings', value: string(settings) }]
      )
    }
    template: {
      // At least one always runs: the stream from X needs a listener, and Teams an answer within seconds.
      scale: { minReplicas: replicas, maxReplicas: replicas }
      containers: [
        {
          name: 'feedbackbot'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            map(items(plainSettings), setting => { name: setting.key, value: setting.value }),
            map(items(vaultSettings), secret => { name: secret.key, secretRef: secret.value }),
            // No setting of the bot: it differs when the settings do, and with it comes a new revision that reads them.
            [{ name: 'SETTINGS_MARK', value: uniqueString(string(settings)) }]
          )
          volumeMounts: [{ volumeName: 'settings', mountPath: '/settings' }]
          probes: [
            // The port opens once the database is up to date, so a long migration isn't killed: two and a half minutes.
            { type: 'Startup', httpGet: { path: '/health/live', port: port }, periodSeconds: 15, failureThreshold: 10, timeoutSeconds: 5 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: port }, periodSeconds: 15, failureThreshold: 4, timeoutSeconds: 5 }
            // Also 200 when it is degraded: a ward without a channel is no reason to stop answering Teams.
            { type: 'Readiness', httpGet: { path: '/health/ready', port: port }, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 }
          ]
        }
      ]
      volumes: [
        { name: 'settings', storageType: 'Secret', secrets: [{ secretRef: 'settings', path: 'appsettings.json' }] }
      ]
      terminationGracePeriodSeconds: 30
    }
  }
}

output hostName string = app.properties.configuration.ingress.fqdn
