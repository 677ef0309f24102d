/** Which mails there are about meetings. */
import { defineMail } from '../platform/mail/mail.js';

export const invitationMail = defineMail({
  kind: 'meetings.invitation',
  name: { da: 'Invitationer til møder', en: 'Invitations to meetings' },
});
/** Who doesn't hear of it goes in vain. */
export const changeMail = defineMail({
  kind: 'meetings.change',
  name: { da: 'Møder, der flyttes eller aflyses', en: 'Meetings that are moved or called off' },
  duty: true,
});
export const summaryMail = defineMail({
  kind: 'meetings.summary',
  name: { da: 'Opsamling efter møder', en: 'Summaries after meetings' },
  digest: true,
});
