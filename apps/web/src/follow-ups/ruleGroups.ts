/** The rules as they are shown: by what they are about, in the order things happen. */
export const ruleGroups = {
  meetings: ['runSheetDays', 'feedbackDays'],
  agreements: ['agreementAheadDays', 'reminderEveryDays', 'coordinatorAfterDays'],
  map: ['mapMonths'],
} as const;

export type RuleGroup = keyof typeof ruleGroups;
export const groupNames = Object.keys(ruleGroups) as RuleGroup[];
