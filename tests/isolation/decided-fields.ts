/** Which fields of the contract are told to whom. A new field stands here, or fields.spec.ts fails. */

export type Fields = Record<string, string>;
/** `Type.field` of each. */
export const listed = (fields: Fields): string[] => Object.entries(fields).flatMap(([type, names]) => names.split(' ').map((name) => `${type}.${name}`));

/** Told to whoever is signed in, about themselves. */
export const toAnyone: Fields = {
  Me: 'memberships name personId',
  Membership: 'roles tenantName tenantSlug',
  Mutation: 'revokeSession',
  Query: 'me mySessions',
  SignInSession: 'current expiresAt id lastSeenAt startedAt',
};

/** Told to every member of the municipality, about mails to themselves and those they caused. */
export const toMembers: Fields = {
  DemoMail: 'at id lines state subject text to',
  DemoMailLine: 'kind path text',
  MailKindChoice: 'digest duty kind muted name',
  MailPreferences: 'address demo digest kinds locale sending',
  Membership: 'permissions',
  Mutation: 'sendTrialMail setMailPreferences',
  LocalName: 'da en term',
  Query: 'demoMails localNames myMailPreferences undeliveredMails',
  UndeliveredMail: 'at id kindName reason to',
};

/**
 * Told to whoever sees an area: guests, while their meeting lets them, of theirs alone. Of that meeting they know what
 * everybody has two weeks ahead, how far it has come, and what came of what was talked about.
 */
export const toWhoSeesAnArea: Fields = {
  AgendaItem: 'carried done id minutes outcome responsible title',
  Area: 'backdrop boundary createdAt description featureCount id level mapChangedAt mapSeq mayEdit name openMeeting parentId restricted',
  AreaMap: 'areaId collection features seq',
  AreaState: 'mapSeq mayEdit openMeeting',
  MapComparison: 'added changed fromSeq removed toSeq',
  MapEdit: 'actorId actorName at editId feature op seq',
  MapFeature: 'corroboration details geometry id kind name note outdated outsideBoundary removed updatedAt version voices',
  MapFeatureChange: 'after before fields movedMetres',
  MapFeatureDetails: 'activity audience consent contribution couldHelp group openingHours times',
  MapSnapshot: 'areaId id meetingId name seq takenAt',
  MapVoice: 'capacity id saidOn stance',
  Meeting:
    'agenda areaId audience durationMinutes endsAt focus frozen id itemId itemSince kind openedAt phase place process proposedNext purpose question readAfter series seriesMeetings startsAt state title warnings',
  MeetingWarning: 'code message on',
  // Answering for oneself: who is on no list is told that they aren't.
  Mutation: 'movePresence replyToMeeting',
  Person: 'name personId',
  Presence: 'clientId color name personId',
  Query: 'area areaMap areas compareMap featuresInBox mapFeatureHistory mapSnapshots meeting meetings stakeholder stakeholderRelations stakeholders',
  Stakeholder: 'areaId contribution featureId fieldOfWork id kind motivation name roleAndInfluence updatedAt version',
  StakeholderRelation: 'fromId kind toId',
  Subscription: 'areaState mapEdits mapPresence',
};

/**
 * Told to those who work with areas or lead that work, of areas they see and of what is theirs to do: who promised what
 * by when, and what became of it. Leaders report like others on what is theirs. Guests and politicians hear nothing of it,
 * even of what was theirs before.
 */
export const toWhoFollowsUp: Fields = {
  AgendaItem: 'agreement',
  Meeting: 'outcomes',
  MeetingOutcome: 'agreement at createdBy featureId featureName id meetingId meetingStartsAt meetingTitle phase question text',
  Cadence: 'areaId endsOn id kind nextChecks onHoldSince responsible startsOn subjectId subjectType title',
  AreaRanking: 'id places rankedAt rankedBy',
  Agreement: 'areaId createdAt createdBy detail dueOn followUp id late meetingId report reportedAt responsible state takenOverFrom title version',
  FollowUp: 'areaId cadenceId closedAt dueOn id late note page plannedOn reminders responsible standsFor state subjectId subjectType takenOverFrom title',
  FollowUpRules: 'agreementAheadDays changedAt changedBy coordinatorAfterDays feedbackDays mapMonths reminderEveryDays runSheetDays',
  Mutation: 'completeFollowUp reportAgreement skipFollowUp',
  Query:
    'agreement agreements awaitedAgreements cadences followUpRules followUps foundGaps knowledgeGaps myFollowUps outcomesOnMap ranking rankings round roundPreparations rounds slipping',
  FoundGap: 'count featureKind key kind others place squareMetres',
  FoundGaps: 'gaps reachMetres resources',
  KnowledgeGap:
    'answer areaId assignedTo closedAs createdAt createdBy dueOn endedAt endedBy featureKind followUp foundBy id kind late ledToFeatureIds ledToStakeholderId place question reason state takenOverFrom version',
  MappingRound:
    'areaId closedAt delimitation endsOn id late localGroups meetings milestones missingKnowledge name responsible startsOn state steps targetGroups version',
  PreparationItem: 'featureId geometry id kind note placedAt placedBy title version',
  RankedArea: 'areaId place reason',
  RoundMeeting: 'meetingId open snapshotId startsAt step title',
  RoundMilestone: 'doneAt dueOn id late name',
  RoundPreparation: 'dueOn items person readyAt step',
  RoundStep: 'changedAt changedBy state step',
  Slipping: 'areaId dueToday late oldest soon',
};

/** Saying how one is reached oneself: everybody who works here, guests not. */
export const toWhoIsReached: Fields = { Mutation: 'updateMember' };

/** Colleagues know each other, and leaders the team: what somebody can, by which law they work, how they are reached. Of stakeholders what guests aren't told: who to ring, what was talked about, what is owed. */
export const toColleagues: Fields = {
  Member: 'areaIds competence email function functionDescription legalFramework name organisation personId phone roles since',
  Query: 'members',
  Stakeholder: 'contact feedbackDueOn lastTalkOn perspectives talks',
  StakeholderContact: 'consentFor consentNotedBy consentOn email name phone privatePerson',
  StakeholderPerspective: 'capacity feedback feedbackDueOn feedbackOn id meetingId said saidOn',
  StakeholderTalk: 'by id nextStep nextStepOn on summary way',
};

/** Told to the same of the meetings of areas they see: the others beside a guest's own, who is to come, what is to be done, what was written. */
export const toWhoMeets: Fields = {
  Meeting: 'cancelReason cancelledAt closedAt lateItems minutes nextMeeting participants runSheet snapshotId',
  MeetingMinutes: 'text version writtenAt writtenBy',
  MeetingParticipant: 'answer answeredAt attended fromCalendar id invitedAt name organisation personId',
  RunSheetItem: 'done doneAt dueOn id late offsetDays responsible stage title',
};

export const toWhoEdits: Fields = { Mutation: 'applyMapEdits' };
/** Of what was handed in, members of the team hear what is theirs: handed in by them, or passed on to them. */
export const toTheTeam: Fields = {
  KnowledgeItem: 'areaId createdAt createdBy id isNewToMe outcome outcomeId passedAt passedTo place reason seenAt seenBy settledAt settledBy state text title',
  Mutation:
    'addPerspective addPreparationItem agreeOnAgendaItem agreeOnOutcome answerGap assignGap attachOutcome changePreparationItem checkRunSheetItem closeGap createAgreement createStakeholder dropAgreement finishAgendaItem giveFeedback handInKnowledge knowledgeToAgreement knowledgeToGap logContact mergeStakeholders noteOutcome openKnowledge placePreparationItem putKnowledgeOnMap relateStakeholders removeOutcome removePreparationItem removeStakeholder rewordOutcome saveMinutes setAttendance setPreparationReady takeMapSnapshot takeUpGap unrelateStakeholders updateAgreement updateStakeholder',
  Query: 'knowledgeInbox myKnowledge similarStakeholders',
  SimilarStakeholders: 'first second',
};

/**
 * Told to coordinators: who is named on an area, who comes to a meeting and changes the map there, and at which address
 * people from elsewhere are invited. Theirs to say who is on the team and works where, and to plan: meetings, what is
 * followed up, and when.
 */
export const toCoordinators: Fields = {
  Area: 'memberIds',
  Invitation: 'createdAt expiresAt id state',
  Meeting: 'editors guests invitations',
  MeetingEditor: 'editCount name personId',
  MeetingDate: 'startsAt warning',
  MeetingParticipant: 'email',
  MeetingGuest: 'editCount joinedAt name personId removed',
  Mutation:
    'addMember addParticipants addRoundMilestone addRunSheetItem assignRunSheetItem assignToArea cancelMeeting changeRoundMilestone closeKnowledge closeMeeting closeRound createArea createInvitations createRound describeMeeting describeRound endCadence fixNextMeeting freezeMap inviteParticipants leadMeeting moveFollowUp moveRoundStep openMeeting passKnowledgeOn pauseCadence rankAreas redactMapFeature removeGuest removeParticipant removeRoundMilestone removeRunSheetItem rescheduleMeeting resumeCadence revokeInvitation scheduleMeeting setAgenda setAreaMembers setReadAfter startCadence takeBackEdits tieRoundMeeting untieRoundMeeting updateArea',
  Query: 'meetingDates',
};

/** Not in the scene: what others point at, answers of mutations whose roots are decided on above, and what administrators and the centre have. */
export const notAskedHere: Fields = {
  MapEditResult: 'conflictFields editId errorCode errorMessage feature reason seq status warnings',
  MinutesResult: 'minutes saved',
  Mutation: 'endMembership removeMailbox setFollowUpRules setLocalName setMailbox setRoles tryMailbox',
  Mailbox: 'address changedAt fault faultAt host port readAt tls user',
  MailboxTrial: 'fault',
  NewInvitation: 'expiresAt id url',
  Position: 'lat lon',
  Presence: 'cursor editing',
  Query: 'mailbox tenantTotals',
  RedactionReceipt: 'featureId id redactedAt rows',
  StakeholderChange: 'saved stakeholder',
  TakeBackResult: 'kept takenBack',
  TenantTotals: 'areas closedMeetings name slug',
};
