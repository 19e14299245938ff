import { createServer } from 'node:net';
import { type Settings, StartError } from './read-settings.ts';

/** Rejects if a port cannot be used. Called before the build, so that nobody waits minutes for this error. */
export async function checkPorts(settings: Settings): Promise<void> {
  await checkPort('STAYS_PORT', settings.host, settings.staysPort);
  await checkPort('BACKOFFICE_PORT', settings.host, settings.backofficePort);
  if (settings.jobsPort !== undefined) {
    await checkPort('JOBS_PORT', settings.host, settings.jobsPort);
  }
  await checkPort('SUPABASE_PORT', '127.0.0.1', settings.supabasePort);
}

/** Rejects if the port cannot be used, and names the variable that sets another one. */
export function checkPort(variable: string, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? portTaken(variable, port) : cannotListen(variable, host, port, error),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portTaken(variable: string, port: number): StartError {
  return new StartError(`Port ${port} is taken. Stop what uses it, or set ${variable} to another one.`);
}

function cannotListen(
  variable: string,
  host: string,
  port: number,
  error: NodeJS.ErrnoException,
): StartError {
  return new StartError(
    `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and ${variable}.`,
  );
}
