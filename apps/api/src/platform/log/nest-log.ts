/** Nest's own messages as lines of our log. They may quote an error's words, so those are left out except while starting. */
import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

// What these contexts say is about modules, routes and providers: names in our own source.
const aboutOurCode = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication', 'GraphQLModule', 'NestMicroservice']);

export class NestLog implements LoggerService {
  log(message: unknown, context?: string): void {
    log.debug(typeof message === 'string' && context !== undefined && aboutOurCode.has(context) ? message : 'nest', { name: context });
  }

  warn(_message: unknown, context?: string): void {
    log.warn('nest warning', { name: context });
  }

  error(message: unknown, ...more: unknown[]): void {
    const context = more.at(-1);
    // A start that fails has met no user yet, and its words say what to mend.
    if (context === 'ExceptionHandler') return log.error(`start failed: ${message instanceof Error ? message.message : String(message)}`, { error: message });
    log.error('nest error', {
      name: typeof context === 'string' && context.length < 60 ? context : undefined,
      error: message instanceof Error ? message : undefined,
    });
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.error(message, ...more);
  }
}
