export * from './bounds.ts';
export * from './chance.ts';
export * from './figure.ts';
export * from './interval.ts';
export * from './percentage.ts';
export * from './rate.ts';
export * from './words.ts';
