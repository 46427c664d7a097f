import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appendSurely, faultOf } from './append-surely.js';
import { FactNotStorable, StoreUnavailable } from './contract.js';

const databaseError = (code: string): Error => {
  const error = new pg.DatabaseError(`SQLSTATE ${code}`, 0, 'error');
  error.code = code;
  return error;
};

/** A database that answers every batch, after it has failed with these errors. */
const failing = (...errors: readonly Error[]) => {
  const left = [...errors];
  const sent: (readonly string[])[] = [];
  const send = async (batch: readonly string[]) => {
    sent.push(batch);
    const error = left.shift();
    if (error) throw error;
    return batch.map((item) => `stored ${item}`);
  };
  return { send, sent };
};

describe('a batch whose answer is lost', () => {
  it('is sent again, whole: receipts answer what was stored', async () => {
    const { send, sent } = failing(new Error('Connection terminated unexpectedly'), databaseError('57P01'));
    const answers = await appendSurely(send, ['c1', 'c2']);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(sent).toEqual([
      ['c1', 'c2'],
      ['c1', 'c2'],
      ['c1', 'c2'],
    ]);
  });

  it('is given up after a few seconds, without a claim that nothing was stored', async () => {
    const { send } = failing(...Array.from({ length: 20 }, () => new Error('ECONNREFUSED')));
    const answers = await appendSurely(send, ['c1', 'c2']);
    for (const answer of answers) {
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(StoreUnavailable);
      expect(answer.status === 'rejected' && String(answer.reason)).toContain('same command id');
    }
  }, 10_000);
});

describe('a batch with something the database refuses', () => {
  it('fails that item alone', async () => {
    const send = async (batch: readonly string[]) => {
      if (batch.includes('poison')) throw databaseError('22P05');
      return batch.map((item) => `stored ${item}`);
    };
    const batch = ['c1', 'c2', 'c3', 'poison', 'c5', 'c6', 'c7'];
    const answers = await appendSurely(send, batch);
    expect(answers.map(({ status }) => status)).toEqual(
      batch.map((item) => (item === 'poison' ? 'rejected' : 'fulfilled')),
    );
    const poisoned = answers[3];
    expect(poisoned?.status === 'rejected' && poisoned.reason).toBeInstanceOf(FactNotStorable);
  });
});

describe('a database that cannot', () => {
  it('is not asked twice: nothing was stored', async () => {
    const { send, sent } = failing(databaseError('55P03'));
    const [answer] = await appendSurely(send, ['c1']);
    expect(answer?.status === 'rejected' && answer.reason).toBeInstanceOf(StoreUnavailable);
    expect(sent).toHaveLength(1);
  });
});

describe('telling faults apart', () => {
  it.each([
    ['08006', 'lost'],
    ['57P01', 'lost'],
    ['40001', 'lost'],
    ['40P01', 'lost'],
    ['53300', 'lost'],
    ['25006', 'lost'],
    ['22P02', 'content'],
    ['22P05', 'content'],
    ['23505', 'content'],
    ['54000', 'content'],
    ['55P03', 'unable'],
    ['57014', 'unable'],
    ['53100', 'unable'],
    ['42501', 'unable'],
  ] as const)('%s is %s', (code, fault) => expect(faultOf(databaseError(code))).toBe(fault));

  it('takes an error without SQLSTATE for a lost connection', () =>
    expect(faultOf(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe('lost'));
});
