import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      'docs/api/',
      'docs/partner/',
      'output/',
      'test/.documented/',
      '.mutation/',
      'mutation/report/',
      '**/*.cjs',
      '.size-limit.js',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A named interface over a derived type reads better in an editor than the derivation.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 12],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
    },
  },
  {
    // Scripts: Node’s globals are known to the type checker.
    files: ['**/*.mjs'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['test/**', 'examples/**', 'docs/**', 'bench/**', 'fuzz/**', '*.config.*'],
    rules: {
      complexity: 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // These read JSON of every kind, by packages that only they install.
    files: ['bench/**', 'fuzz/**', 'examples/many-machines/**'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/ban-ts-comment': ['error', { 'ts-nocheck': 'allow-with-description' }] },
  },
);
