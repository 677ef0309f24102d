import { useMemo } from 'react';
import type { MyMailPreferencesQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Card } from '../ui/Card';
import { type Column, Table } from '../ui/Table';
import { useMailTexts } from './useMailTexts';
import { whyUndelivered } from './whyUndelivered';

type Mail = MyMailPreferencesQuery['undeliveredMails'][number];

/** What did not arrive, so that somebody can reach its recipient in another way. */
export function UndeliveredMails({ mails }: { mails: readonly Mail[] }) {
  const { failed: texts } = useMailTexts();
  const format = useFormats();
  const columns = useMemo<Column<Mail>[]>(
    () => [
      { id: 'to', header: texts.to, sortBy: ({ to }) => to, cell: ({ to }) => to },
      { id: 'reason', header: texts.reason, grows: true, cell: ({ reason }) => whyUndelivered(reason, texts) },
      { id: 'kind', header: texts.kind, wideOnly: true, sortBy: ({ kindName }) => kindName, cell: ({ kindName }) => kindName },
      { id: 'at', header: texts.at, wideOnly: true, sortBy: ({ at }) => Date.parse(at), cell: ({ at }) => format.shortDate(at) },
    ],
    [texts, format],
  );
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      <Table caption={texts.caption} columns={columns} rows={mails} rowKey={({ id }) => id} nameColumn="to" empty="" />
    </Card>
  );
}
