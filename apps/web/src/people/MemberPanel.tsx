import { EllipsisVertical, Mail, MapPin, Pencil, Phone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { EndMembershipDocument, type TeamAreasQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useRoleNames } from '../platform/useRoleNames';
import { Avatar } from '../ui/Avatar';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Menu, MenuItem } from '../ui/Menu';
import { SidePanel } from '../ui/SidePanel';
import styles from './MemberPanel.module.css';
import type { Member } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

const EditMemberDialog = lazy(() => import('./EditMemberDialog'));
const RolesDialog = lazy(() => import('./RolesDialog'));
const AssignDialog = lazy(() => import('./AssignDialog'));

interface MemberPanelProps {
  member: Member;
  areas: TeamAreasQuery['areas'];
  onClose: () => void;
}

/** One colleague: how they are reached, what they do, by which law, and where. */
export function MemberPanel({ member, areas, onClose }: MemberPanelProps) {
  const texts = usePeopleTexts();
  const { cancel } = usePlatformTexts();
  const { may, slug } = useTenant();
  const { me } = useSession();
  const roleName = useRoleNames();
  const format = useFormats();
  const [dialog, setDialog] = useState<'edit' | 'roles' | 'areas' | 'end' | null>(null);
  const [ending, end] = useAction(EndMembershipDocument);
  const close = () => setDialog(null);
  const worksOn = areas.filter(({ id }) => member.areaIds.includes(id));
  const mayEdit = may('member.add') || member.personId === me?.personId;

  async function endMembership() {
    const ended = await end({ personId: member.personId });
    close();
    if (!ended) return;
    notify({ text: texts.ended(member.name), tone: 'moss' });
    onClose();
  }

  const facts = [
    { term: texts.competence, text: member.competence },
    { term: texts.legalFramework, text: member.legalFramework },
    { term: texts.functionDescription, text: member.functionDescription },
  ].filter(({ text }) => text);

  return (
    <>
      <SidePanel
        subject={member.personId}
        title={member.name}
        onClose={onClose}
        actions={
          (mayEdit || may('member.edit')) && (
            <>
              {mayEdit && (
                <Button icon={<Pencil aria-hidden />} onPress={() => setDialog('edit')}>
                  {may('member.add') ? texts.editMember : texts.editOwn}
                </Button>
              )}
              {may('member.edit') && (
                <Menu trigger={<Button icon={<EllipsisVertical aria-hidden />}>{texts.more}</Button>} label={texts.actionsFor(member.name)}>
                  <MenuItem onAction={() => setDialog('roles')}>{texts.edit}</MenuItem>
                  <MenuItem danger onAction={() => setDialog('end')}>
                    {texts.end}
                  </MenuItem>
                </Menu>
              )}
            </>
          )
        }
      >
        <div className={styles.who}>
          <Avatar large id={member.personId} name={member.name} />
          <div>
            {member.function && <p className={styles.does}>{member.function}</p>}
            {member.organisation && <p className={styles.quiet}>{member.organisation}</p>}
          </div>
        </div>
        <div className={styles.badges}>
          {member.roles.map((role) => (
            <Badge key={role} tone={role === 'coordinator' ? 'fjord' : 'neutral'}>
              {roleName(role)}
            </Badge>
          ))}
        </div>
        <ul className={styles.reach} aria-label={texts.contact}>
          {member.email && (
            <li>
              <Mail aria-hidden />
              <a href={`mailto:${member.email}`}>{member.email}</a>
            </li>
          )}
          {member.phone && (
            <li>
              <Phone aria-hidden />
              <a href={`tel:${member.phone.replaceAll(/[^+\d]/g, '')}`}>{member.phone}</a>
            </li>
          )}
          {!member.email && !member.phone && <li className={styles.quiet}>{texts.noContact}</li>}
        </ul>
        <dl className={styles.facts}>
          {facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {facts.length === 0 && <p className={styles.quiet}>{mayEdit ? texts.tellMore : texts.nothingTold}</p>}
        {areas.length > 0 && (
          <section className={styles.where} aria-labelledby="works-on">
            <div className={styles.head}>
              <h3 id="works-on">{texts.worksOn}</h3>
              {may('team.assign') && (
                <Button size="small" variant="quiet" onPress={() => setDialog('areas')}>
                  {texts.chooseAreas}
                </Button>
              )}
            </div>
            {worksOn.length === 0 ? (
              <p className={styles.quiet}>{texts.noAreas}</p>
            ) : (
              <ul className={styles.reach}>
                {worksOn.map(({ id, name }) => (
                  <li key={id}>
                    <MapPin aria-hidden />
                    <Link to={`/${slug}/areas/${id}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        <p className={styles.since}>{texts.memberSince(format.date(member.since))}</p>
      </SidePanel>
      <Suspense>
        {dialog === 'edit' && <EditMemberDialog member={member} onClose={close} />}
        {dialog === 'roles' && <RolesDialog member={member} onClose={close} />}
        {dialog === 'areas' && (
          <AssignDialog
            title={texts.areasTitle(member.name)}
            label={texts.area}
            choices={areas.map(({ id, name }) => ({ id, label: name, areaId: id, personId: member.personId, on: member.areaIds.includes(id) }))}
            onClose={close}
          />
        )}
        {dialog === 'end' && (
          <ConfirmDialog
            title={texts.endTitle(member.name)}
            confirm={texts.endConfirm}
            cancel={cancel}
            isPending={ending}
            onConfirm={() => void endMembership()}
            onClose={close}
          >
            <p>{texts.endText}</p>
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}
