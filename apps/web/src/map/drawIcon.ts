import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/**
 * Draws an icon of lines in a square of `size` centred on (x, y), in the current colour of strokes.
 * The icon is rendered as React would and its elements traced, so map and page show the very same one.
 */
export function drawIcon(context: CanvasRenderingContext2D, icon: LucideIcon, x: number, y: number, size: number): void {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const element of elementsOf(icon)) context.stroke(pathOf(element));
  context.restore();
}

function elementsOf(icon: LucideIcon): Element[] {
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() => root.render(createElement(icon)));
  const elements = [...(host.firstElementChild?.children ?? [])];
  root.unmount();
  return elements;
}

/** An element the icons in use don't have throws, so that a new icon can't be drawn by half. */
function pathOf(element: Element): Path2D {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  const path = new Path2D();
  switch (element.tagName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'circle':
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      return path;
    case 'rect':
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
      return path;
    case 'line':
      path.moveTo(number('x1'), number('y1'));
      path.lineTo(number('x2'), number('y2'));
      return path;
    default:
      throw new Error(`an icon has an element <${element.tagName}> that is not drawn`);
  }
}
