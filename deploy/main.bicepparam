// Your deployment: the secrets come from the environment of whoever deploys, so this file can be kept with other files.
using 'main.bicep'

param registryName = readEnvironmentVariable('REGISTRY')
param imageTag = readEnvironmentVariable('TAG')
param settings = loadJsonContent('settings.json')

param postgresPassword = readEnvironmentVariable('POSTGRES_PASSWORD')
param xBearerToken = readEnvironmentVariable('X_BEARER_TOKEN')

// For an app registration in place of the managed identity:
// param appId = '…'
// param clientSecret = readEnvironmentVariable('CLIENT_SECRET')
