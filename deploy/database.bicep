// The store. PostgreSQL and not SQLite: a container has no disk of its own that outlives it, and SQLite's locks and its write-ahead log don't work on file shares.
param name string
param location string
param subnetId string
param dnsZoneId string
@secure()
param password string
param size string
param highAvailability bool
param backupDays int

var user = 'feedbackbot'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: size, tier: startsWith(size, 'Standard_B') ? 'Burstable' : startsWith(size, 'Standard_E') ? 'MemoryOptimized' : 'GeneralPurpose' }
  properties: {
    version: '17'
    administratorLogin: user
    administratorLoginPassword: password
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: highAvailability ? 'ZoneRedundant' : 'Disabled' }
    network: { delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: dnsZoneId }
  }

  resource database 'databases' = {
    name: 'feedbackbot'
    properties: { charset: 'UTF8' }
  }
}

output host string = server.properties.fullyQualifiedDomainName
output database string = server::database.name
output user string = user
