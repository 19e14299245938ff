import { z } from 'zod';

export const personSchema = z.object({ id: z.string(), name: z.string(), isChild: z.boolean() });

type Person = z.infer<typeof personSchema>;

/** Somebody to save. Without an id they are new. */
export type NamedPerson = Omit<Person, 'id'> & { id?: string };

/** The names as a field shows them, one a line. */
export function joinNames(people: readonly Person[], { isChild }: Pick<Person, 'isChild'>): string {
  return people
    .filter((one) => one.isChild === isChild)
    .map(({ name }) => name)
    .join('\n');
}

/**
 * The people that two fields name, one a line. Whoever is named as before keeps their id, and then those who are left keep theirs
 * in order: a name that was mended is still the same person.
 */
export function readPeople(
  was: readonly Person[],
  names: { adults: string; children: string },
): NamedPerson[] {
  const list = (text: string, isChild: boolean): NamedPerson[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, isChild }));
  const left = [...was];
  const take = (isOne: (person: Person) => boolean) => {
    const index = left.findIndex(isOne);
    return index === -1 ? undefined : left.splice(index, 1)[0]?.id;
  };
  const identify = (people: NamedPerson[], isSame: (one: Person, person: NamedPerson) => boolean) =>
    people.map((person) => {
      const id = person.id ?? take((one) => isSame(one, person));
      return id === undefined ? person : { ...person, id };
    });
  const named = [...list(names.adults, false), ...list(names.children, true)];
  const known = identify(named, (one, { name }) => one.name === name);
  return identify(known, (one, { isChild }) => one.isChild === isChild);
}
