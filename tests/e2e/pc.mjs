// What is wrong with a PC, reckoned from the parts' attributes and not by the rules.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib.mjs';

export const PRODUCT = JSON.parse(readFileSync(path.join(ROOT, 'www/p/pc.json'), 'utf8'));
const found = (option, id) => PRODUCT.options.find((o) => o.id === option).choices?.find((c) => c.id === id);

/** Everything that is wrong with a PC, in words. */
export function faults(picks) {
  const part = Object.fromEntries(Object.entries(picks).filter(([, id]) => typeof id === 'string').map(([option, id]) => [option, found(option, id)?.attributes ?? {}]));
  const { processor, mainboard, memory, cooler, graphics, power, ssd, ssd2, disk, fans, monitor } = part, box = part.case;
  const cards = (picks.cards ?? []).map((id) => found('cards', id).attributes);
  const sum = (name, ...list) => list.reduce((total, attributes) => total + (attributes[name] ?? 0), 0);
  const drawn = sum('draw', processor, graphics, ssd, ssd2, disk, fans, ...cards);
  const checks = {
    'socket': processor.socket === mainboard.socket,
    'power stage': processor.watts <= mainboard.vrm,
    'kind of memory': memory.type === mainboard.memory,
    'memory': memory.modules <= mainboard.dimms && memory.gb <= mainboard.max_gb && memory.mhz <= mainboard.mhz,
    'size of the board': box.forms.includes(mainboard.form),
    'cooler on the socket': !cooler.sockets || cooler.sockets.includes(processor.socket),
    'heat': processor.watts <= cooler.watts,
    'height of the cooler': !cooler.height || cooler.height <= box.cooler,
    'radiator': !cooler.radiator || box.radiators.includes(cooler.radiator),
    'memory under the cooler': !cooler.clearance || memory.height <= cooler.clearance,
    'length of the card': !graphics.length || graphics.length <= box.length,
    'slots': sum('slots', graphics, ...cards) <= box.slots && sum('card', graphics, ...cards) <= mainboard.pcie,
    'a picture': picks.graphics !== 'none' || processor.graphics,
    'watts': drawn <= power.watts * 0.8,
    'plugs': (graphics.pins8 ?? 0) <= power.pins8 && (graphics.hpwr ?? 0) <= power.hpwr,
    'power supply in the case': box.supplies.includes(power.form) && power.length <= box.supply,
    'M.2': sum('m2', ssd, ssd2) <= mainboard.m2 && Math.max(ssd.gen ?? 0, ssd2.gen ?? 0) <= mainboard.gen,
    'SATA': sum('sata', ssd, ssd2, disk) <= mainboard.sata,
    'bays': sum('bays25', ssd, ssd2) <= box.bays25 && sum('bays35', disk) <= box.bays35,
    'fans': !fans.fit || box.fans.includes(fans.fit),
    'monitor': !monitor.level || monitor.level <= (picks.graphics === 'none' ? 1 : graphics.level),
    'system': picks.system === 'none' || picks.assembly,
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}
