import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { AreasResolver } from './areas.resolver.js';
import { AreasService } from './areas.service.js';

@Module({ imports: [MeetingsModule], providers: [AreasResolver, AreasService], exports: [AreasService] })
export class AreasModule {}
