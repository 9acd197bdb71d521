// What nobody may read but the bot: it fetches them by its identity, so none is in the host's configuration.
param location string
param readerPrincipalId string
@secure()
param store string
@secure()
param xBearerToken string
@secure()
param clientSecret string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    sku: { family: 'A', name: 'standard' }
    tenantId: tenant().tenantId
    enableRbacAuthorization: true
  }

  resource storeSecret 'secrets' = {
    name: 'store'
    properties: { value: store }
  }

  resource xSecret 'secrets' = {
    name: 'x-bearer-token'
    properties: { value: xBearerToken }
  }

  resource teamsSecret 'secrets' = if (!empty(clientSecret)) {
    name: 'teams-client-secret'
    properties: { value: clientSecret }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUser)
  scope: vault
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output vaultUri string = vault.properties.vaultUri
