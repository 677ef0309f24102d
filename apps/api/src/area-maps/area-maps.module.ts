import { Module } from '@nestjs/common';
import { AreaMapsResolver } from './area-maps.resolver.js';
import { AreaMapsService } from './area-maps.service.js';
import { MapEditsService } from './map-edits.service.js';
import { MapSnapshotsService } from './map-snapshots.service.js';

@Module({
  providers: [AreaMapsResolver, AreaMapsService, MapEditsService, MapSnapshotsService],
  exports: [MapSnapshotsService],
})
export class AreaMapsModule {}
