/** The steps of the first set-up, in their order. The names are part of the address. */
export const setupSteps = ['name', 'country', 'wifi', 'rooms', 'start', 'print'] as const;

export type SetupStep = (typeof setupSteps)[number];

export function isSetupStep(value: string): value is SetupStep {
  return setupSteps.some((step) => step === value);
}

/** Its number as `setup_step` has it, from 1. */
export function numberOfStep(step: SetupStep): number {
  return setupSteps.indexOf(step) + 1;
}

export function formatSetupPath(slug: string, step: SetupStep): string {
  return `/p/${slug}/setup/${step}`;
}

/** The step after this one. The last one is followed by itself: it is left by a button of its own. */
export function nextStep(step: SetupStep): SetupStep {
  return setupSteps[setupSteps.indexOf(step) + 1] ?? step;
}

/** The step before, or null before the first. */
export function previousStep(step: SetupStep): SetupStep | null {
  return setupSteps[setupSteps.indexOf(step) - 1] ?? null;
}

/** Where a later visit goes on: the step that is next, or the first of a place that was set up before. */
export function currentStep(setupStep: number | null): SetupStep {
  return setupSteps[(setupStep ?? 1) - 1] ?? 'name';
}
