import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// The thread of a typesetter: takes what page.typ reads, gives the file.
const fonts = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`)),
);
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: fonts }] });
const port = parentPort;

port?.on('message', (print: string) => {
  const file = compiler.pdf({ mainFilePath: `${import.meta.dirname}/page.typ`, inputs: { print } }, { pdfStandard: 'ua-1' });
  // It remembers what it has set, to be faster the next time: that is somebody's data.
  compiler.evictCache(0);
  port.postMessage(file);
});
