export {
  createNativeTestDatabase,
  type NativeTestDatabase,
  type NativeTestDatabaseOptions,
} from './testing/create-native-test-database.ts';
export {
  type NativePostgres,
  type NativePostgresOptions,
  startNativePostgres,
} from './testing/start-native-postgres.ts';
