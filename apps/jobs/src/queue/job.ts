/** A job that this process holds for a while. */
export type Job = {
  id: string;
  /** Proves to the database that this process holds it. */
  claim: string;
  kind: string;
  propertyId: string | null;
  /** 1 at the first try. */
  attempt: number;
  payload: unknown;
};

/** `untold`: it was not true any more when it was about to be told. `done`: it tells nobody. */
export type Outcome = 'told' | 'untold' | 'done';
