import { describe, expect, it } from 'vitest';
import { createTestAuth, ROOM } from '../testing/test-auth.ts';
import { runCli } from './run-cli.ts';

describe('gudbro-auth keygen', () => {
  it.each([
    [[], 'EdDSA', 1],
    [['--hs256'], 'HS256', 0],
  ])(
    'prints with %j a key for %s that signs, verifies and publishes no private half',
    async (options, alg, published) => {
      const { output, error, exitCode } = runCli(['keygen', ...options]);
      expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
      expect(output).toMatch(/^\{.*\}\n$/);
      const key = JSON.parse(output);
      expect(key.alg).toBe(alg);
      const auth = createTestAuth({ keys: [key] });
      await auth.ready();
      const { token } = await auth.signRoomBrowseToken(ROOM);
      expect(await auth.verifyGuestToken(token)).toMatchObject({ ok: true });
      expect(auth.toJwks().keys).toHaveLength(published);
      expect(JSON.stringify(auth.toJwks())).not.toContain(key.jwk?.d ?? key.secret);
    },
  );

  it('names the key by the date and four random characters, or as it is told', () => {
    const today = new Date().toISOString().slice(0, 10);
    const first = JSON.parse(runCli(['keygen']).output);
    const second = JSON.parse(runCli(['keygen']).output);
    expect(first.kid).toMatch(new RegExp(`^${today}-[\\w-]{4}$`));
    expect(second.kid).not.toBe(first.kid);
    expect(second.jwk.d).not.toBe(first.jwk.d);
    expect(JSON.parse(runCli(['keygen', '--kid', '2026-11']).output).kid).toBe('2026-11');
  });

  it('explains itself for --help', () => {
    expect(runCli(['--help'])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('--hs256'),
      error: '',
    });
  });

  it.each([
    [[], 'The only command is keygen.'],
    [['sign'], 'The only command is keygen.'],
    [['keygen', '--rs256'], '--rs256'],
    [['keygen', '--kid', 'a b'], '--kid must be'],
    [['keygen', '--kid', ''], '--kid must be'],
  ])('prints no key for %j, but what is wrong and how to use it', (args, problem) => {
    const { output, error, exitCode } = runCli(args);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
    expect(error).toContain(problem);
    expect(error).toContain('Usage: gudbro-auth keygen');
  });
});
