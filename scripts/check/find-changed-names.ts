const statementStart = /^(?=(?:create|alter|grant|revoke|comment|insert|update|delete|do|drop)\b)/m;
const definedName =
  /^(?:create (?:or replace )?(?:unique )?|alter )?(?:function|table|view|type|index|trigger|policy)\b[^;]*?\b(?:public|private)\.(\w+)/;
const grantedName = /\bon (?:function |table )?(?:public|private)\.(\w+)/;

/** The tables, functions and types whose statements differ between two versions of a SQL file. */
export function findChangedNames(before: string, after: string): string[] {
  const [old, current] = [splitStatements(before), splitStatements(after)];
  const changed = [...old, ...current].filter((statement) => !(old.has(statement) && current.has(statement)));
  const names = changed.flatMap((statement) => {
    const match = definedName.exec(statement) ?? grantedName.exec(statement);
    return match?.[1] ?? [];
  });
  return [...new Set(names)].sort();
}

function splitStatements(sql: string): Set<string> {
  return new Set(sql.split(statementStart).map((statement) => statement.trim()));
}
