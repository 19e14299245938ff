import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openFromTemplate } from '../testing/create-test-database.ts';
import { fixtureSources } from '../testing/fixture-sources.ts';
import { runJobs, type Schedule } from './run-jobs.ts';
import type { StackDatabase } from './stack-database.ts';

let database: StackDatabase;
beforeAll(async () => {
  database = await openFromTemplate(fixtureSources);
});
afterAll(() => database.close());

const errors: string[] = [];
const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string) => void errors.push(message),
};

/** A clock that the test controls: each of `ticks` runs a job, and `intervals` has the intervals that were asked for. */
let ticks: (() => void)[] = [];
const intervals: number[] = [];
const schedule: Schedule = (run, everySeconds) => {
  ticks.push(run);
  intervals.push(everySeconds);
  return () => {
    ticks = ticks.filter((tick) => tick !== run);
  };
};
beforeEach(async () => {
  ticks = [];
  errors.length = 0;
  await database.sql('truncate notes');
});

const addNote = {
  name: 'note',
  sql: `insert into public.notes (body) values (current_user)`,
  everySeconds: 60,
};
const readNotes = async () => (await database.sql('select body from notes')).map((row) => row['body']);

it('runs a job as service_role at its interval', async () => {
  const running = runJobs(database, [addNote], logger, schedule);
  expect(intervals).toEqual([60]);
  ticks[0]?.();
  await running.stop();
  expect(await readNotes()).toEqual(['service_role']);
});

it('does not start a job again while it is running', async () => {
  const running = runJobs(database, [addNote], logger, schedule);
  ticks[0]?.();
  ticks[0]?.();
  await running.stop();
  expect(await readNotes()).toHaveLength(1);
});

it('logs a failed job and still runs the others', async () => {
  const failing = { name: 'broken', sql: 'delete from auth.users', everySeconds: 1 };
  const running = runJobs(database, [failing, addNote], logger, schedule);
  ticks[0]?.();
  ticks[1]?.();
  await running.stop();
  expect(errors).toEqual(['job broken failed: permission denied for table users']);
  expect(await readNotes()).toHaveLength(1);
});

it('schedules no run after it was stopped', async () => {
  await runJobs(database, [addNote], logger, schedule).stop();
  expect(ticks).toEqual([]);
});
