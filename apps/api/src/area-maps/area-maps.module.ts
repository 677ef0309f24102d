import { Module } from '@nestjs/common';
import { AreaAccess } from './area-access.js';
import { AreaMapJobs } from './area-map.jobs.js';
import { AreaMapsResolver } from './area-maps.resolver.js';
import { AreaMapsService } from './area-maps.service.js';
import { AreaWatch } from './area-watch.js';
import { MapBoundaryService } from './map-boundary.service.js';
import { MapEditFeed } from './map-edit.feed.js';
import { MapEditsService } from './map-edits.service.js';
import { MapFadingService } from './map-fading.service.js';
import { MapHostResolver } from './map-host.resolver.js';
import { MapRedactionService } from './map-redaction.service.js';
import { MapSnapshotsService } from './map-snapshots.service.js';
import { MapTakeBackService } from './map-take-back.service.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';

@Module({
  providers: [
    AreaAccess,
    AreaMapJobs,
    AreaMapsResolver,
    AreaMapsService,
    AreaWatch,
    MapBoundaryService,
    MapEditFeed,
    MapEditsService,
    MapFadingService,
    MapHostResolver,
    MapRedactionService,
    MapSnapshotsService,
    MapTakeBackService,
    PresenceResolver,
    PresenceService,
  ],
  exports: [AreaAccess, AreaWatch, MapBoundaryService, MapEditsService, MapSnapshotsService],
})
export class AreaMapsModule {}
