import { bboxOf, type Position, positionsOf } from '@kvarter/geo';
import { MapPinPlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { MapSnapshotsDocument, type MapPageQuery } from '../generated/graphql';
import { GapSwitch } from '../gaps/GapSwitch';
import { useShownGaps } from '../gaps/useShownGaps';
import { MapCanvas, type MapHandle } from '../map/MapCanvas';
import { ZoomButtons } from '../map/ZoomButtons';
import { announce, notify } from '../platform/notify';
import { markOfKind } from '../stakeholders/kinds';
import { Button } from '../ui/Button';
import { Sheet } from '../ui/Sheet';
import { ComparisonPanel } from './ComparisonPanel';
import { DrawGuidance, ReshapeGuidance } from './DrawGuidance';
import { FeaturePanel } from './FeaturePanel';
import { FeatureTable } from './FeatureTable';
import { type Filters, noFilters } from './filters';
import { useFeatureText } from './featureText';
import { KindPicker } from './KindPicker';
import { Legend } from './Legend';
import { MapHeader } from './MapHeader';
import { type MapLook, useMapLook } from './mapLook';
import { EmptyMap, FailedMap, MapOnItsWay } from './MapNotices';
import styles from './MapWorkspace.module.css';
import { NewFeature } from './NewFeature';
import { nothing } from './panel';
import { PastNotice } from './PastNotice';
import { PrintLegend } from './PrintLegend';
import type { Changes } from './sync/areaMap.types';
import { useAreaMap } from './sync/useAreaMap';
import { Timeline } from './Timeline';
import { Tools } from './Tools';
import { useMapAddress } from './useMapAddress';
import { useMapKeys } from './useMapKeys';
import { useMapMarks } from './useMapMarks';
import { useMapPanel } from './useMapPanel';
import { useMapTask } from './useMapTask';
import { useMapTexts } from './useMapTexts';
import { useNarrow } from './useNarrow';
import { useOtherTimes } from './useOtherTimes';
import { useOwnPlace } from './useOwnPlace';
import { usePlacing } from './usePlacing';

interface MapWorkspaceProps {
  area: MapPageQuery['area'];
  onLook?: (look: MapLook) => void;
}

/** The map and everything round it: tools, panels, table and time, all of the same marks. */
export function MapWorkspace({ area, onLook }: MapWorkspaceProps) {
  const texts = useMapTexts();
  const { one } = useFeatureText();
  const { view, actions } = useAreaMap(area.id, area);
  const address = useMapAddress();
  const narrow = useNarrow();
  const map = useRef<MapHandle>(null);
  const placing = usePlacing(view.features);
  const { panel, setPanel, height, setHeight, choose, close, cancel, create, draw } = useMapPanel(address.mark, map, placing.drop);
  const [filters, setFilters] = useState<Filters>(noFilters);
  // Beside something else there is no room for it until it is asked for.
  const [legend, setLegend] = useState(!onLook);
  const { place: self, locate } = useOwnPlace(map);
  const gaps = useShownGaps(area.id);
  const [{ data: kept }, lookAgain] = useQuery({ query: MapSnapshotsDocument, variables: { areaId: area.id } });
  const snapshots = useMemo(() => (kept?.mapSnapshots ?? []).toSorted((a, b) => a.seq - b.seq || a.takenAt.localeCompare(b.takenAt)), [kept]);
  const refreshSnapshots = useCallback(() => lookAgain({ requestPolicy: 'network-only' }), [lookAgain]);
  const times = useOtherTimes(area.id, address.shown);
  const { shown } = address;
  const now = shown.mode === 'now';
  const mayEdit = view.mayEdit && now;

  const { features, passing, marks } = useMapMarks(view.features, times, filters);
  const chosenId = panel.type === 'feature' || panel.type === 'reshape' ? panel.id : null;
  const chosen = chosenId === null ? null : (features.find(({ id }) => id === chosenId) ?? null);
  const chosenMark = useMemo(
    () => (chosen ? { id: chosen.id, geometry: panel.type === 'reshape' ? null : chosen.state.geometry } : null),
    [chosen, panel.type],
  );

  useMapLook(view.features, chosenId, choose, onLook);
  const save = (changes: Changes & { name: string }) => {
    const id = actions.create(changes);
    placing.link(id);
    notify({ text: texts.feature.saved(changes.name.trim()), tone: 'moss' });
    choose(id);
  };
  const undo = useCallback(() => {
    announce(actions.undo() ? texts.tools.undone : texts.tools.cannotUndo);
  }, [actions, texts]);
  const redo = useCallback(() => {
    if (actions.redo()) announce(texts.tools.redone);
  }, [actions, texts]);

  const { task, steps, reshaped } = useMapTask(panel, view.features, ({ kind, featureId }, geometry) => {
    if (featureId) {
      actions.update(featureId, { geometry });
      choose(featureId);
    } else {
      setPanel({ type: 'new', kind, geometry });
      setHeight('full');
    }
  });

  const toPlace = placing.stakeholder;
  useEffect(() => {
    if (toPlace && mayEdit) draw(markOfKind(toPlace.kind), null);
    // Once for each whom the map is opened for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [toPlace?.id, mayEdit]);
  useEffect(() => actions.openFeature(chosenId), [actions, chosenId]);
  useEffect(() => {
    if (panel.type !== 'feature' || !chosen?.state.geometry || narrow) return;
    const [at] = positionsOf(chosen.state.geometry);
    if (at) map.current?.show(at);
    // Only when another mark is chosen: the view stays where people have put it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chosenId]);
  const change = view.othersChange;
  useEffect(() => {
    if (change) announce(texts.others[change.op as keyof typeof texts.others](change.actorName, change.name));
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [change]);
  useMapKeys({ mayEdit, onCreate: create, onEscape: cancel, onUndo: undo, onRedo: redo });
  // Whoever loses the right to edit while drawing keeps what is typed, but the tools go.
  useEffect(() => {
    if (!mayEdit && (panel.type === 'kinds' || panel.type === 'drawing' || panel.type === 'reshape')) setPanel(nothing);
  }, [mayEdit, panel.type]);

  if (view.phase === 'failed') return <FailedMap title={texts.title(area.name)} failure={view.failure} />;
  const newest = view.seq;
  const moments = [...snapshots.map(({ seq, name }) => ({ seq, label: name })), { seq: newest, label: texts.time.now }];
  const compare = () => {
    const last = snapshots.findLast(({ seq }) => seq < newest) ?? snapshots.at(-1);
    address.show({ mode: 'compare', from: last?.seq ?? 0, to: newest });
    setPanel(nothing);
  };
  const timeline = (
    <Timeline
      snapshots={snapshots}
      at={shown.mode === 'at' ? shown.seq : null}
      marks={passing.all}
      onShow={(seq) => {
        address.show(seq === null ? { mode: 'now' } : { mode: 'at', seq });
        setPanel(nothing);
      }}
      onCompare={snapshots.length > 0 ? compare : null}
    />
  );
  const legendBody = (
    <Legend filters={filters} onChange={setFilters} counts={passing.counts} shown={passing.shown.length} all={passing.all}>
      {now && <GapSwitch areaId={area.id} gaps={gaps} />}
    </Legend>
  );
  const troubled = [...view.refused, ...view.conflicts][0]?.edit.featureId;
  const side = sidePanel();

  function sidePanel() {
    if (shown.mode === 'compare' && panel.type !== 'feature') {
      return {
        label: texts.time.compareTitle,
        content: (
          <ComparisonPanel
            moments={moments}
            from={shown.from}
            to={shown.to}
            comparison={times.comparison}
            onCompare={(from, to) => address.show({ mode: 'compare', from, to })}
            onShow={({ geometry }) => geometry && map.current?.fit([geometry])}
            onClose={() => address.show({ mode: 'now' })}
          />
        ),
      };
    }
    if (panel.type === 'kinds') return { label: texts.draw.pickKind, content: <KindPicker onPick={(kind) => draw(kind, null)} /> };
    if (panel.type === 'feature' && chosen) {
      const { id } = chosen;
      return {
        label: chosen.state.name,
        content: (
          <FeaturePanel
            key={id}
            areaId={area.id}
            feature={chosen}
            view={view}
            actions={actions}
            mayEdit={mayEdit}
            onClose={close}
            onMove={() => setPanel({ type: 'reshape', id, what: 'place' })}
            onReshape={() => setPanel({ type: 'reshape', id, what: 'form' })}
            onPlace={() => draw(chosen.state.kind, id)}
          />
        ),
      };
    }
    if (narrow && panel.type === 'legend') return { label: texts.filters.title, content: legendBody };
    if (narrow && panel.type === 'times') return { label: texts.time.label, content: timeline };
    return null;
  }

  const cursors = now
    ? view.people.flatMap(({ clientId, name, color, cursor }) => (cursor ? [{ id: clientId, name, color, at: [cursor.lon, cursor.lat] as Position }] : []))
    : [];
  const open = side !== null || panel.type === 'new';
  const padding = narrow
    ? { top: 24, right: 24, bottom: open ? window.innerHeight * 0.46 : 90, left: 24 }
    : { top: 40, right: legend && !address.table ? 300 : 40, bottom: 90, left: 110 };

  return (
    <div className={styles.workspace}>
      <MapHeader
        area={area}
        view={view}
        actions={actions}
        table={address.table}
        onTable={address.showTable}
        onTimes={() => setPanel({ type: 'times' })}
        onShowTrouble={() => troubled && choose(troubled)}
        onSnapshot={refreshSnapshots}
      />
      <PastNotice shown={shown} snapshots={snapshots} newest={newest} onShow={address.show} />
      {now && view.phase === 'ready' && !view.mayEdit && <p className={styles.readOnly}>{view.openMeeting?.frozen ? texts.frozenHelp : texts.readOnly}</p>}
      <div className={styles.middle}>
        <div className={styles.stage} data-table={address.table || undefined}>
          <div className={styles.map}>
            <MapCanvas
              ref={map}
              label={texts.label}
              bounds={bboxOf([...positionsOf(area.boundary)])}
              backdrop={area.backdrop}
              boundary={area.boundary}
              marks={marks}
              gaps={now ? gaps.shown : undefined}
              chosen={chosenMark}
              task={task}
              cursors={cursors}
              self={self}
              padding={padding}
              onChoose={choose}
              onPoint={(at) => actions.pointAt(at)}
            >
              <Tools
                mayEdit={mayEdit}
                creating={panel.type === 'kinds' || panel.type === 'drawing' || panel.type === 'new'}
                canUndo={view.canUndo}
                canRedo={view.canRedo}
                legend={narrow ? panel.type === 'legend' : legend}
                onChoose={() => setPanel(nothing)}
                onCreate={create}
                onUndo={undo}
                onRedo={redo}
                onFit={() => map.current?.fit([area.boundary])}
                onLocate={locate}
                onLegend={() => (narrow ? setPanel(panel.type === 'legend' ? nothing : { type: 'legend' }) : setLegend(!legend))}
              />
              <ZoomButtons onZoom={(levels) => map.current?.zoomBy(levels)} />
              {!narrow && legend && !address.table && (
                <section className={styles.legend} aria-label={texts.filters.title}>
                  {legendBody}
                </section>
              )}
              {panel.type === 'drawing' && (
                <DrawGuidance
                  kind={panel.kind}
                  shape={panel.shape}
                  steps={steps}
                  hand={() => map.current?.drawing ?? null}
                  onShape={(next) => setPanel({ ...panel, shape: next })}
                  onNoPlace={panel.featureId === null ? () => setPanel({ type: 'new', kind: panel.kind, geometry: null }) : null}
                  onCancel={cancel}
                />
              )}
              {panel.type === 'reshape' && (
                <ReshapeGuidance
                  what={panel.what}
                  hand={() => map.current?.reshaping ?? null}
                  onKeep={() => {
                    if (reshaped.current) actions.update(panel.id, { geometry: reshaped.current });
                    choose(panel.id);
                  }}
                  onCancel={() => choose(panel.id)}
                />
              )}
              {view.phase === 'loading' && <MapOnItsWay online={view.online} />}
              {view.phase === 'ready' && now && passing.all === 0 && panel.type === 'none' && <EmptyMap mayEdit={mayEdit} />}
            </MapCanvas>
            {narrow && mayEdit && (panel.type === 'none' || panel.type === 'feature') && !address.table && (
              <div className={styles.phoneMain}>
                <Button variant="primary" size="large" wide icon={<MapPinPlus aria-hidden />} onPress={create}>
                  {texts.tools.create}
                </Button>
              </div>
            )}
          </div>
          {address.table && (
            <div className={styles.table}>
              <FeatureTable
                areaName={area.name}
                features={passing.shown}
                any={passing.all > 0}
                chosenId={chosenId}
                onChoose={choose}
                onRename={mayEdit ? (id, name) => actions.update(id, { name }) : null}
              />
            </div>
          )}
        </div>
        {panel.type === 'new' && (
          <NewFeature
            areaId={area.id}
            kind={panel.kind}
            geometry={panel.geometry}
            name={toPlace?.name}
            label={texts.feature.new(one(panel.kind))}
            height={height}
            onHeight={setHeight}
            onSave={save}
            onCancel={cancel}
          />
        )}
        {side && (
          <Sheet label={side.label} height={height} onHeightChange={setHeight}>
            {side.content}
          </Sheet>
        )}
      </div>
      {!narrow && timeline}
      <PrintLegend areaName={area.name} features={passing.shown} />
    </div>
  );
}
