/** Health and metrics of a process that serves nothing else. */
import { createServer, type ServerResponse } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { registry } from '../metrics/metrics.js';
import { HealthChecks } from './health-checks.js';

@Injectable()
export class HealthServer implements OnApplicationShutdown {
  private readonly server = createServer((request, response) => {
    this.answer(request.method === 'GET' ? request.url : undefined, response).catch(() => send(response, 500, { error: 'failed' }));
  });

  constructor(private readonly checks: HealthChecks) {}

  /** Resolves when it listens; rejects where the port is taken. */
  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(port, host, resolve));
  }

  onApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(path: string | undefined, response: ServerResponse): Promise<void> {
    if (path === '/healthz') return send(response, 200, { alive: true });
    if (path === '/readyz') {
      const readiness = await this.checks.run();
      return send(response, readiness.ready ? 200 : 503, readiness);
    }
    if (path === '/metrics') return void response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
    send(response, 404, { error: 'not found' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
