import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram, runs } from '../debian.ts';
import { hasShared } from '../shared.ts';
import { type Door, openDoor, receiver, SERVICE, soapRequest } from './door.ts';
import { WSDLS, writeLocally } from './local-wsdl.ts';

const run = promisify(execFile);
const HEADER = /<SOAP-ENV:Header>([\s\S]*)<\/SOAP-ENV:Header>/.exec(soapRequest())?.[1] ?? '';

/** A client as PHP's manual shows it: header entries as raw XML, typed answers, faults thrown. */
const SCRIPT = `<?php
[$_, $wsdl, $endpoint, $header, $person] = $argv;
$client = new SoapClient($wsdl, ['location' => $endpoint, 'cache_wsdl' => WSDL_CACHE_NONE, 'exceptions' => true]);
$entries = [];
foreach (explode("\\n", trim($header)) as $entry) {
  preg_match('/^<xrd:(\\w+)/', $entry, $name);
  $xml = preg_replace('/^<(xrd:\\w+)/', '<$1 xmlns:xrd="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers"', $entry);
  $entries[] = new SoapHeader('http://x-road.eu/xsd/xroad.xsd', $name[1], new SoapVar($xml, XSD_ANYXML));
}
$client->__setSoapHeaders($entries);
$answer = $client->__soapCall('${SERVICE}', [['isikukood' => $person, 'algus' => '2026-01-01', 'lopp' => '2026-12-31']]);
try {
  $client->__soapCall('${SERVICE}', [['isikukood' => $person, 'algus' => '2026-12-31', 'lopp' => '2026-01-01']]);
  $fault = null;
} catch (SoapFault $error) {
  $fault = $error->faultcode;
}
echo json_encode(['answer' => $answer, 'fault' => $fault], JSON_UNESCAPED_UNICODE);
`;

describe("PHP's SoapClient", () => {
  let door: Door;
  let endpoint: string;
  beforeAll(async () => {
    door = await openDoor();
    endpoint = `${await door.app.listen({ port: 0, host: '127.0.0.1' })}/xroad/soap`;
  });
  afterAll(() => door.close());

  it.each(WSDLS)(
    'gets an answer and a fault from a client of %s',
    async (_what, wsdl) => {
      if (!hasShared("PHP's SoapClient against the producer")) return;
      if (
        !hasProgram(
          () => runs('php', '-r', 'exit(class_exists("SoapClient") ? 0 : 1);'),
          ['php-cli', 'php-soap'],
          "PHP's SoapClient against the producer",
        )
      )
        return;
      const folder = mkdtempSync(join(tmpdir(), 'star-php-'));
      try {
        const script = join(folder, 'ask.php');
        writeFileSync(script, SCRIPT);
        const { stdout } = await run('php', [script, writeLocally(wsdl, folder), endpoint, HEADER, receiver]);
        expect(JSON.parse(stdout)).toEqual({
          answer: { isikukood: receiver, eesnimi: 'MARI-LIIS', perekonnanimi: 'Mägi & Õun', maaramine: '2026-09' },
          fault: 'Client.InvalidPeriod',
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    200_000,
  );
});
