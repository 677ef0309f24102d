import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { da } from '../platform/platform.da';
import { ErrorSummary, type FormError } from './ErrorSummary';
import { UiTextsProvider } from './UiTexts';

beforeAll(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

const form = (errors: FormError[], attempt: number) => (
  <UiTextsProvider value={da.ui}>
    <ErrorSummary errors={errors} attempt={attempt} />
    <input name="title" />
    <fieldset id="boundary">
      <button type="button">Tegn</button>
    </fieldset>
  </UiTextsProvider>
);
const faults = [{ field: 'title', message: 'Titlen mangler.' }, { field: 'boundary', message: 'Grænsen mangler.' }, { message: 'Mødet er slut.' }];

describe('ErrorSummary', () => {
  it('is not there while nothing is wrong', () => {
    render(form([], 0));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the focus at each attempt, and counts', () => {
    const page = render(form(faults, 1));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByText('Der er 3 ting, du skal rette')).toBeTruthy();
    screen.getByRole('textbox').focus();
    page.rerender(form(faults, 2));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('leads to the field, or to the first control in it', () => {
    render(form(faults, 1));
    fireEvent.click(screen.getByRole('link', { name: 'Titlen mangler.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    fireEvent.click(screen.getByRole('link', { name: 'Grænsen mangler.' }));
    expect(document.activeElement).toBe(screen.getByRole('button'));
    expect(screen.queryByRole('link', { name: 'Mødet er slut.' })).toBeNull();
  });
});
