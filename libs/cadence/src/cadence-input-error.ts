/** What can be wrong with something that dates are to be counted from. */
export type CadenceFault = 'DATE_INVALID' | 'DATE_OUT_OF_RANGE' | 'TIME_INVALID' | 'INSTANT_INVALID' | 'KIND_UNKNOWN' | 'NUMBER_INVALID' | 'PAUSE_REVERSED';

/** Refuses a value that no date can be counted from. Carries a code only: the value may be anybody's free text. */
export class CadenceInputError extends Error {
  override readonly name = 'CadenceInputError';

  constructor(readonly reason: CadenceFault) {
    super(reason);
  }
}
