/** The parts of the api that are measured by themselves. */
export { featuresInBox } from '../../apps/api/src/area-maps/area-map.sql.js';
export { Db } from '../../apps/api/src/platform/db/db.js';
export { openDb } from '../../apps/api/src/platform/db/open.js';
export { noteReminders } from '../../apps/api/src/follow-ups/follow-up.sql.js';
export { reminderMail } from '../../apps/api/src/follow-ups/reminder.mail.js';
export { systemPerson } from '../../apps/api/src/platform/auth/system.js';
