// A shop's own script, compiled against haberdash.d.ts: what it uses must be typed as the guide says.

const host = document.querySelector<HTMLElement>('[data-haberdash=configurator]');

document.addEventListener('haberdash:change', (event) => {
  const { unit_price, currency, selection } = event.detail;
  const cents: number = unit_price;
  const buttons: Haberdash.Pick | undefined = selection['buttons'];
  console.log(cents, currency.toLowerCase(), buttons);
});

host?.addEventListener('haberdash:add-to-cart', (event) => {
  const claim: Haberdash.OrderClaim = event.detail.claim;
  if (claim.total !== event.detail.unit_price * claim.quantity) event.preventDefault();
});

document.querySelector('[data-haberdash=recommendations]')?.addEventListener('haberdash:add-to-cart', (event) => {
  const { detail } = event as CustomEvent<Haberdash.Card>;
  const item: string = detail.item;
  detail.done = fetch(`/cart/${item}?quantity=${detail.quantity}`);
});

host?.addEventListener('haberdash:error', (event) => console.warn(event.detail.message));

export async function useApi(): Promise<string> {
  const api = window.Haberdash;
  if (!api || !host) return 'no widget';
  await api.ready;
  const why: string | null = await api.select(host, 'buttons', 'four');
  const problems: string[] = await api.configure(host, { fabric: 'navy-gingham' });
  const configuration = await api.configuration(host);
  await api.track('search', 'oxford');
  const kinds = (await api.history()).events?.map((event) => event.kind) ?? [];
  await api.forget('SH-001');
  await api.remember(false);
  // @ts-expect-error a kind of event that does not exist
  await api.track('looked-at', 'SH-001');
  // @ts-expect-error money is a number of minor units
  const wrong: string = configuration?.unit_price;
  return [why, wrong, ...problems, ...kinds, configuration?.price_text ?? '', await api.mode()].join(' ');
}
