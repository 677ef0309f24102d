import { Module } from '@nestjs/common';
import { AreaMapsModule } from '../area-maps/area-maps.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { AreaStateResolver } from './area-state.resolver.js';
import { AreasResolver } from './areas.resolver.js';
import { AreasService } from './areas.service.js';

@Module({ imports: [AreaMapsModule, MeetingsModule], providers: [AreaStateResolver, AreasResolver, AreasService], exports: [AreasService] })
export class AreasModule {}
