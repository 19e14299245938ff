import type postgres from 'postgres';

type Claims = { sub: string; role: string; session_id: string };

/** A connection of its own, on which every statement runs as this person. */
export async function reserveAsMember(sql: postgres.Sql, claims: Claims): Promise<postgres.ReservedSql> {
  const connection = await sql.reserve();
  await connection`
    select set_config('request.jwt.claims', ${JSON.stringify(claims)}, false),
      set_config('request.jwt.claim.sub', ${claims.sub}, false), set_config('request.jwt.claim.role', ${claims.role}, false)`;
  await connection.unsafe('set role authenticated');
  return connection;
}
