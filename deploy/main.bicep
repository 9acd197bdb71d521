// FeedbackBot on Azure: who it is, its secrets, its database, its host, and its entry in Teams' address book. README.md says how to deploy it.
metadata description = 'FeedbackBot: Azure Bot with its Teams channel, Container Apps host, PostgreSQL, Key Vault.'

@description('Names of resources begin with it.')
@minLength(3)
@maxLength(18)
param name string = 'feedbackbot'

param location string = resourceGroup().location

@description('What people see in Azure; in Teams the app package decides.')
@maxLength(42)
param displayName string = 'FeedbackBot'

@description('The container registry in this resource group that holds the image.')
param registryName string

@description('The tag of the image "feedbackbot" in that registry.')
param imageTag string

@description('The organisation, its wards and its people, in the form of appsettings.json.')
param settings object

@description('Empty: the bot is a managed identity made here, with no secret to renew. Else the application (client) id of a single-tenant app registration.')
param appId string = ''

@description('For an app registration only.')
@secure()
param clientSecret string = ''

@description('X\'s bearer token.')
@secure()
@minLength(1)
param xBearerToken string

@description('For the database. Letters, digits and hyphens, with at least one capital.')
@secure()
@minLength(20)
param postgresPassword string

@description('One is enough; two go on without a gap when one is moved or dies.')
@minValue(1)
@maxValue(10)
param replicas int = 1

@description('Standard_B1ms is ample for a hospital; sizes named Standard_D… are needed for postgresHighAvailability.')
param postgresSize string = 'Standard_B1ms'

@description('A second server in another zone that takes over by itself.')
param postgresHighAvailability bool = false

@description('How far back the database can be restored.')
@minValue(7)
@maxValue(35)
param backupDays int = 14

var isManagedIdentity = empty(appId)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

module network 'network.bicep' = {
  params: { name: name, location: location }
}

module database 'database.bicep' = {
  params: {
    name: name
    location: location
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
    password: postgresPassword
    size: postgresSize
    highAvailability: postgresHighAvailability
    backupDays: backupDays
  }
}

// The smallest server takes 35 connections, and while a new version starts there are two of everything.
module secrets 'secrets.bicep' = {
  params: {
    location: location
    readerPrincipalId: identity.properties.principalId
    store: 'Host=${database.outputs.host};Database=${database.outputs.database};Username=${database.outputs.user};Password=${postgresPassword};SSL Mode=VerifyFull;Maximum Pool Size=${max(6, 15 / replicas)}'
    xBearerToken: xBearerToken
    clientSecret: isManagedIdentity ? '' : clientSecret
  }
}

module host 'host.bicep' = {
  params: {
    name: name
    location: location
    subnetId: network.outputs.hostSubnetId
    registryName: registryName
    image: 'feedbackbot:${imageTag}'
    identityId: identity.id
    identityPrincipalId: identity.properties.principalId
    replicas: replicas
    settings: settings
    plainSettings: union(
      {
        Teams__AppId: isManagedIdentity ? identity.properties.clientId : appId
        Teams__TenantId: tenant().tenantId
      },
      isManagedIdentity ? { Teams__ManagedIdentityClientId: identity.properties.clientId } : {}
    )
    vaultUri: secrets.outputs.vaultUri
    vaultSettings: union(
      { ConnectionStrings__Store: 'store', X__BearerToken: 'x-bearer-token' },
      isManagedIdentity ? {} : { Teams__ClientSecret: 'teams-client-secret' }
    )
  }
}

module bot 'bot.bicep' = {
  params: {
    name: name
    displayName: displayName
    endpoint: 'https://${host.outputs.hostName}/api/messages'
    appId: isManagedIdentity ? identity.properties.clientId : appId
    identityId: isManagedIdentity ? identity.id : ''
  }
}

@description('For manifest/build.mjs --host.')
output hostName string = host.outputs.hostName

@description('For manifest/build.mjs --app-id.')
output appId string = isManagedIdentity ? identity.properties.clientId : appId
