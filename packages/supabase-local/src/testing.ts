export { createTestDatabase } from './testing/create-test-database.ts';
export { runWithinOneMinute } from './testing/run-within-one-minute.ts';
export type { TestDatabaseOptions } from './testing/template-key.ts';
export type { Caller, Claims, Mail, SignedUp, Sql, TestDatabase } from './testing/test-database.ts';
