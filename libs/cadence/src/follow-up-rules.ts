/** What a municipality may say for itself of when areas are followed up (domain, section 9). Whole numbers. */
export interface FollowUpRules {
  /** Days before a meeting when everybody has its purpose, content, participants and process. */
  readonly runSheetDays: number;
  /** Days after a meeting within which those who contributed have heard what came of it. */
  readonly feedbackDays: number;
  /** Days before an agreement is due when the responsible is reminded of it. */
  readonly agreementAheadDays: number;
  /** Days between reminders of an agreement or a check that is late. */
  readonly reminderEveryDays: number;
  /** Days after which what is late goes to the coordinator, too. */
  readonly coordinatorAfterDays: number;
  /** Months after which an area's map is opened again. */
  readonly mapMonths: number;
}

/** Unless a municipality says otherwise. */
export const defaultRules: FollowUpRules = {
  runSheetDays: 14,
  feedbackDays: 30,
  agreementAheadDays: 3,
  reminderEveryDays: 7,
  coordinatorAfterDays: 14,
  mapMonths: 6,
};

/** The least and the most of each: none can be switched off, and none put off until it is forgotten. */
export const ruleBounds: Readonly<Record<keyof FollowUpRules, { readonly min: number; readonly max: number }>> = {
  runSheetDays: { min: 1, max: 60 },
  feedbackDays: { min: 1, max: 60 },
  agreementAheadDays: { min: 1, max: 30 },
  reminderEveryDays: { min: 1, max: 30 },
  coordinatorAfterDays: { min: 1, max: 60 },
  mapMonths: { min: 1, max: 24 },
};

export const ruleNames = Object.keys(defaultRules) as readonly (keyof FollowUpRules)[];
