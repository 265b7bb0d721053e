// The public names of each entry of the package with their types, as text: so that a change of what others import is
// seen in a review. node api/write-report.mjs [--check]: with --check nothing is written, and a difference ends with 1.
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const isCheck = process.argv.includes('--check');
const root = new URL('..', import.meta.url).pathname;
const entries = ['index', 'disclosure', 'publish', 'synthetic', 'workbook', 'year-two'];
/** What TypeScript and typedoc say of types and comments is said by them. */
const silent = { default: { logLevel: ExtractorLogLevel.None } };

const differing = entries.filter((entry) => {
  const config = ExtractorConfig.prepare({
    configObject: {
      mainEntryPointFilePath: `${root}dist/${entry}.d.ts`,
      projectFolder: root,
      compiler: { tsconfigFilePath: `${root}tsconfig.json` },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: `${root}api`,
        reportTempFolder: `${root}output/api`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  });
  return !Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: (message) => {
      message.handled = true;
    },
  }).succeeded;
});
for (const entry of differing)
  console.log(`api/${entry}.api.md is not what the package exports: npm run api, and review the difference`);
process.exitCode = differing.length === 0 ? 0 : 1;
