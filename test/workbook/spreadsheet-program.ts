import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a workbook in LibreOffice, which calculates it, and saves it as something else. */
export function calculatedBy(bytes: Uint8Array, format: 'xlsx' | 'ods' | 'pdf' | 'csv'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    writeFileSync(join(folder, 'form.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', format, '--outdir', out, join(folder, 'form.xlsx')],
      {
        stdio: 'ignore',
      },
    );
    return new Uint8Array(readFileSync(join(out, `form.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
