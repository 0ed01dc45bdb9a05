"""Seamless tiles for skin-textures.py: each function gives an (n, n, 3) picture from 0 to 1 whose edges meet.

Noise is made in the frequency domain, shapes are measured or drawn with their copies beyond the edges, so nothing needs to be healed.
Everything is worked out at four times the size where it has edges, and averaged down.
"""
import math

import numpy as np
from PIL import Image, ImageDraw

SS = 4


def rgb(value):
    if not isinstance(value, str):
        return np.asarray(value, float)
    return np.array([int(value[i:i + 2], 16) for i in (1, 3, 5)], float) / 255


def mix(a, b, t):
    return rgb(a) * (1 - t) + rgb(b) * t


def dark(a, t):
    return mix(a, "#000000", t)


def light(a, t):
    return mix(a, "#ffffff", t)


def down(picture, by=SS):
    h, w = picture.shape[0] // by, picture.shape[1] // by
    return picture[:h * by, :w * by].reshape(h, by, w, by, -1).mean((1, 3)).squeeze()


def grid(n):
    """u, v from 0 to 1, at the middles of the pixels."""
    line = (np.arange(n) + 0.5) / n
    return np.meshgrid(line, line)


def noise(n, beta, seed, ax=1.0, ay=1.0, low=0.0, high=1e9):
    """Periodic noise with spectrum r^-beta, mean 0, deviation 1; ax, ay stretch it, low and high cut frequencies."""
    rng = np.random.default_rng(seed)
    f = np.fft.fftfreq(n) * n
    fx, fy = np.meshgrid(f, f)
    r = np.hypot(fx * ax, fy * ay)
    amp = np.where((r > low) & (r < high), np.maximum(r, 1e-9) ** -beta, 0)
    amp[0, 0] = 0
    out = np.fft.ifft2(np.fft.fft2(rng.standard_normal((n, n))) * amp).real
    return (out - out.mean()) / out.std()


def level(field):
    """The field as shares from 0 to 1 of how many pixels lie below."""
    order = np.argsort(np.argsort(field, axis=None))
    return (order / (field.size - 1)).reshape(field.shape)


def sample(picture, dx, dy):
    """The picture seen through a shift of (dx, dy) pixels at each place, wrapped."""
    n = picture.shape[0]
    y, x = np.mgrid[:n, :n].astype(float)
    x, y = (x + dx) % n, (y + dy) % n
    x0, y0 = np.floor(x).astype(int) % n, np.floor(y).astype(int) % n
    fx, fy = x - np.floor(x), y - np.floor(y)
    x1, y1 = (x0 + 1) % n, (y0 + 1) % n
    if picture.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    return (picture[y0, x0] * (1 - fx) + picture[y0, x1] * fx) * (1 - fy) + (picture[y1, x0] * (1 - fx) + picture[y1, x1] * fx) * fy


def ramp(t, colours, stops=None):
    """Colours along t from 0 to 1."""
    colours = np.array([rgb(c) for c in colours])
    stops = np.linspace(0, 1, len(colours)) if stops is None else stops
    t = np.clip(t, 0, 1)
    return np.stack([np.interp(t, stops, colours[:, i]) for i in range(3)], -1)


def pick(mask, a, b):
    return rgb(a) * (1 - mask[..., None]) + (b if isinstance(b, np.ndarray) and b.ndim == 3 else rgb(b)) * mask[..., None]


def step(x, edge, soft):
    return np.clip((x - edge) / soft + 0.5, 0, 1)


def relief(height, strength=1.0):
    """Light from the upper left on a height field: about -1 to 1."""
    gx = (np.roll(height, -1, 1) - np.roll(height, 1, 1)) / 2
    gy = (np.roll(height, -1, 0) - np.roll(height, 1, 0)) / 2
    return np.clip((gx + gy) * -strength, -1, 1)


def lit(base, shade):
    """Lightens where the shade is above 0, darkens where it is below."""
    s = shade[..., None]
    return np.clip(np.where(s > 0, base + (1 - base) * s, base * (1 + s)), 0, 1)


def cells(n, points, metric=2):
    """Distances to the nearest and second nearest of periodic points (in tiles), and which one is nearest."""
    u, v = grid(n)
    best = np.full((n, n), 9.0)
    second = best.copy()
    who = np.zeros((n, n), int)
    for i, (px, py) in enumerate(points):
        du, dv = np.abs(u - px), np.abs(v - py)
        du, dv = np.minimum(du, 1 - du), np.minimum(dv, 1 - dv)
        d = np.hypot(du, dv) if metric == 2 else np.maximum(du, dv) if metric == 9 else du + dv
        nearer = d < best
        second = np.where(nearer, best, np.minimum(second, d))
        who = np.where(nearer, i, who)
        best = np.minimum(best, d)
    return best, second, who


def scatter(count, seed, tries=30):
    """Periodic points that keep apart."""
    rng = np.random.default_rng(seed)
    points = [rng.random(2)]
    while len(points) < count:
        options = rng.random((tries, 2))
        gap = np.abs(options[:, None] - np.array(points)[None])
        gap = np.minimum(gap, 1 - gap)
        points.append(options[np.argmax(np.hypot(gap[..., 0], gap[..., 1]).min(1))])
    return np.array(points)


class Sheet:
    """Drawing with copies beyond the edges, at SS times the size. Coordinates in tiles."""

    def __init__(self, n, ground, rows=(-1, 0, 1)):
        self.size = n * SS
        self.rows = rows  # where each thing hides what is above it, (0,): the copies are drawn in their turn
        self.image = Image.new("RGB", (self.size, self.size), self.ink(ground))
        self.pen = ImageDraw.Draw(self.image)

    @staticmethod
    def ink(colour):
        return tuple(int(round(c * 255)) for c in np.clip(rgb(colour), 0, 1))

    def each(self, points):
        points = np.asarray(points, float)
        low, high = points.min(0), points.max(0)
        for dx in (-1, 0, 1):
            for dy in self.rows:
                if low[0] + dx < 1.2 and high[0] + dx > -0.2 and low[1] + dy < 1.2 and high[1] + dy > -0.2:
                    yield [tuple(p) for p in (points + (dx, dy)) * self.size]

    def polygon(self, points, colour):
        for copy in self.each(points):
            self.pen.polygon(copy, fill=self.ink(colour))

    def circle(self, x, y, r, colour):
        for (cx, cy), in self.each([(x, y)]):
            r_ = r * self.size
            self.pen.ellipse((cx - r_, cy - r_, cx + r_, cy + r_), fill=self.ink(colour))

    def line(self, points, width, colour):
        w = max(1, int(round(width * self.size)))
        for copy in self.each(points):
            self.pen.line(copy, fill=self.ink(colour), width=w, joint="curve")
            for x, y in (copy[0], copy[-1]):
                self.pen.ellipse((x - w / 2, y - w / 2, x + w / 2, y + w / 2), fill=self.ink(colour))

    def done(self):
        return down(np.asarray(self.image, float) / 255)


def turned(points, angle, x, y, size=1.0):
    c, s = math.cos(angle) * size, math.sin(angle) * size
    return [(x + px * c - py * s, y + px * s + py * c) for px, py in points]


def bezier(a, b, c, d, steps=14):
    t = np.linspace(0, 1, steps)[:, None]
    a, b, c, d = map(np.array, (a, b, c, d))
    return [tuple(p) for p in a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t ** 3]


# ---------------------------------------------------------------- what shops call carbon, metal, wood, stone, leather

def carbon(n, a, b, weave="twill"):
    k = 8
    u, v = grid(n * 2)
    i, j = np.floor(u * k).astype(int), np.floor(v * k).astype(int)
    fu, fv = u * k % 1, v * k % 1
    over = (i + j) % 4 < 2 if weave == "twill" else (i + j) % 2 == 0
    along = np.where(over, fv, fu)
    across = np.where(over, fu, fv)
    body = 0.35 + 0.65 * np.sin(np.pi * across) ** 0.7
    body *= 0.75 + 0.25 * np.sin(np.pi * along)
    threads = 1 + 0.06 * np.sin(across * np.pi * 12)
    tone = body * threads * np.where(over, 1, 0.66)
    return down(ramp(tone * 0.95, [dark(a, 0.55), a, b], [0, 0.5, 1]), 2)


def forged(n, a, b, seed):
    points = scatter(70, seed)
    d1, d2, who = cells(n * 2, points)
    rng = np.random.default_rng(seed)
    angle, tone = rng.random(70) * np.pi, rng.random(70)
    u, v = grid(n * 2)
    fibre = np.sin((u * np.cos(angle[who]) + v * np.sin(angle[who])) * 420) * 0.05
    return down(ramp(np.clip(tone[who] ** 1.6 + fibre + np.minimum(0, (d2 - d1) * 6 - 0.12), 0, 1), [dark(a, 0.4), a, b]), 2)


def brushed(n, a, seed):
    streak = noise(n, 0.3, seed, ax=40, ay=1) * 0.5 + noise(n, 0.9, seed + 1, ax=60, ay=1) * 0.5
    return lit(np.broadcast_to(rgb(a), (n, n, 3)), streak * 0.085)


def wood(n, dark_tone, mid, pale, seed, rings=5, figure=0.5, pores=0.5):
    bend = noise(n, 2.2, seed, ax=1, ay=4) * 0.07 * figure + noise(n, 1.6, seed + 1, ax=1, ay=8) * 0.02
    u, v = grid(n)
    phase = (u * rings + bend * rings * 1.4) % 1
    ring = phase ** 2.2 * (1 - step(phase, 0.94, 0.12))
    fine = noise(n, 0.6, seed + 2, ax=1, ay=24) * 0.16 + noise(n, 0.9, seed + 5, ax=1, ay=10) * 0.12
    tone = np.clip(0.62 - ring * 0.62 + fine, 0, 1)
    out = ramp(tone, [dark_tone, mid, pale], [0, 0.45, 1])
    dots = level(noise(n, 0.2, seed + 3, ax=1, ay=12)) > 1 - 0.07 * pores
    return lit(out, -0.28 * dots * (0.5 + 0.5 * ring))


def bamboo(n, pale, dark_tone, seed):
    u, v = grid(n)
    k = 4
    fu = u * k % 1
    cane = np.floor(u * k).astype(int)
    rng = np.random.default_rng(seed)
    node = rng.random(k)[cane]
    near = np.abs((v - node + 0.5) % 1 - 0.5)
    tone = 0.35 + 0.55 * np.sin(np.pi * fu) ** 0.5 + noise(n, 0.5, seed, ax=1, ay=30) * 0.06 + (rng.random(k)[cane] - 0.5) * 0.2
    tone -= np.exp(-(near / 0.012) ** 2) * 0.6 - np.exp(-((near - 0.02) / 0.012) ** 2) * 0.25
    return ramp(tone, [dark(dark_tone, 0.35), dark_tone, pale])


def marble(n, ground, cloud, vein, seed, veins=1.0, vein2=None):
    warp = noise(n, 1.9, seed) * n * 0.07, noise(n, 1.9, seed + 1) * n * 0.07
    clouds = level(noise(n, 1.7, seed + 2))
    out = ramp(clouds, [cloud, ground, ground])
    for i, (scale, width, strength) in enumerate(((1.6, 1.25, 0.95), (2.0, 0.9, 0.7), (1.3, 0.7, 0.4))):
        field = sample(noise(n, scale, seed + 3 + i, high=14), *warp)
        slope = np.hypot(np.roll(field, -1, 1) - np.roll(field, 1, 1), np.roll(field, -1, 0) - np.roll(field, 1, 0)) / 2
        line = np.exp(-(np.abs(field) / (slope + 0.03) / width) ** 1.1) * (0.35 + 0.65 * level(noise(n, 1.6, seed + 9 + i)))
        out = pick(np.clip(line * strength * veins, 0, 1), out, vein2 if vein2 and i else vein)
    return out


def granite(n, colours, seed, size=1.0):
    tone = level(noise(n, 0.35 * size, seed) + noise(n, 1.2, seed + 1) * 0.5)
    cut = np.linspace(0, 1, len(colours) + 1)
    out = ramp(tone, colours, (cut[:-1] + cut[1:]) / 2)
    return lit(out, relief(noise(n, 0.8, seed + 2), 0.07))


def slate(n, a, b, seed):
    layers = noise(n, 1.3, seed, ax=1, ay=2.2)
    return lit(ramp(level(layers), [dark(a, 0.2), a, b]), relief(layers * 3 + noise(n, 0.8, seed + 1), 0.16))


def strata(n, colours, seed):
    u, v = grid(n)
    t = (v * 2 + noise(n, 2.0, seed, ax=4, ay=1) * 0.06 + noise(n, 1.2, seed + 1, ax=6, ay=1) * 0.015) % 1
    loop = list(colours) + [colours[0]]
    out = ramp(t, loop)
    return lit(out, noise(n, 0.5, seed + 2) * 0.03)


def rings_stone(n, colours, seed):
    """Banded stone, as malachite and agate are."""
    field = noise(n, 2.3, seed) * 2.6 + noise(n, 1.7, seed + 1) * 0.15
    tone = 0.5 + 0.5 * np.sin(field * 6) * (0.7 + 0.3 * np.sin(field * 17))
    return ramp(tone, colours)


def concrete(n, a, seed, holes=9):
    out = lit(np.broadcast_to(rgb(a), (n, n, 3)), noise(n, 1.5, seed) * 0.05 + noise(n, 0.2, seed + 1) * 0.02)
    d, _, who = cells(n, scatter(holes, seed))
    radius = np.random.default_rng(seed).uniform(0.006, 0.016, holes)[who]
    hole = 1 - step(d, radius, 0.012)
    return lit(out, -0.5 * hole + relief(hole, 0.4) * -0.5)


def rust(n, colours, seed):
    tone = level(noise(n, 1.5, seed) + noise(n, 0.7, seed + 1) * 0.5)
    return lit(ramp(tone, colours), relief(noise(n, 1.0, seed + 2), 0.2))


def leather(n, a, seed, grains=150):
    points = scatter(grains, seed, 14)
    big = n * 2
    d1, d2, _ = cells(big, points)
    wobble = noise(big, 1.4, seed) * 2.2, noise(big, 1.4, seed + 1) * 2.2
    edge = sample(d2 - d1, *wobble)
    height = np.clip(edge * 26, 0, 1) ** 0.5
    base = lit(np.broadcast_to(rgb(a), (big, big, 3)), noise(big, 1.6, seed + 2) * 0.028)
    return down(lit(base, relief(height, 0.55) * 0.55 - (1 - height) * 0.34), 2)


def croc(n, a, seed):
    big = n * 2
    rng = np.random.default_rng(seed)
    points = [((i + 0.5 * (j % 2) + rng.uniform(-0.16, 0.16)) / 4 % 1, (j + 0.5 + rng.uniform(-0.14, 0.14)) / 6 % 1) for j in range(6) for i in range(4)]
    d1, d2, _ = cells(big, points)
    wobble = noise(big, 1.8, seed) * 3, noise(big, 1.8, seed + 1) * 3
    height = np.clip(sample(d2 - d1, *wobble) * 13, 0, 1) ** 0.6
    base = lit(np.broadcast_to(rgb(a), (big, big, 3)), noise(big, 1.5, seed + 2) * 0.05)
    return down(lit(base, relief(height, 3.4) * 0.42 - (1 - height) * 0.5), 2)


def knit(n, a, b=None):
    k = 8
    u, v = grid(n * 2)
    fu, fv = u * k % 1, v * k % 1
    col, row = np.floor(u * k), np.floor(v * k)
    side = np.abs(fu - 0.5) * 2
    along = (fv + side * 0.55) % 1
    body = np.sin(np.pi * along) ** 0.6 * (0.6 + 0.4 * np.sin(np.pi * side))
    tone = body * (1 + 0.07 * np.sin((along * 7 + fu * 9) * np.pi))
    base = np.broadcast_to(rgb(a), tone.shape + (3,))
    if b is not None:
        r = (row + (fv + side * 0.55 >= 1)) % k
        zig = (np.abs((col % 4) - 2) + r) % 4 < 1
        base = pick(zig.astype(float), a, b)
    return down(lit(base, np.clip(tone - 0.72, -0.6, 0.2)), 2)


def cloth(n, a, b, seed):
    """Linen and felt: threads of uneven width; denim where b is the paler weft."""
    k = 32
    u, v = grid(n * 2)
    i, j = np.floor(u * k).astype(int), np.floor(v * k).astype(int)
    over = (i + j) % 3 < 2
    rng = np.random.default_rng(seed)
    tone = np.where(over, rng.normal(0, 0.07, k)[i], rng.normal(0, 0.07, k)[j]) + 0.13 * (np.where(over, np.sin(np.pi * (u * k % 1)), np.sin(np.pi * (v * k % 1))) - 0.6)
    tone = tone + noise(n * 2, 0.5, seed) * 0.03
    return down(lit(pick(over.astype(float), b, a), tone), 2)


def felt(n, a, seed):
    fibres = noise(n, 0.7, seed, ax=1, ay=3) + noise(n, 0.7, seed + 1, ax=3, ay=1)
    return lit(np.broadcast_to(rgb(a), (n, n, 3)), fibres * 0.045 + relief(fibres, 0.03))


def cork(n, seed):
    base = granite(n, ["#8b5f38", "#b98a59", "#c99c69", "#d3a873"], seed, 2.2)
    spots = level(noise(n, 1.0, seed + 4)) > 0.94
    return lit(base, -0.4 * spots)


def glitter(n, a, seed):
    rng = np.random.default_rng(seed)
    count = 900
    points = rng.random((count, 2))
    d1, d2, who = cells(n, points)
    tone = rng.beta(1.2, 2.2, count)
    hue = rng.normal(0, 0.05, (count, 3))
    base = np.clip(rgb(a)[None] + hue, 0, 1)[who]
    return lit(base, np.clip((tone[who] - 0.4) * 1.5, -0.55, 0.95) - (d2 - d1 < 0.003) * 0.2)


# ---------------------------------------------------------------- camouflage, animals

def camo(n, colours, seed):
    out = np.broadcast_to(rgb(colours[0]), (n * 2, n * 2, 3))
    for i, colour in enumerate(colours[1:]):
        field = level(noise(n * 2, 2.0, seed + i * 7, ax=1, ay=1.35) + 0.12 * noise(n * 2, 1.3, seed + i * 7 + 1))
        out = pick(step(field, 0.67 if i < 2 else 0.78, 0.006), out, colour)
    return down(out, 2)


def pixel_camo(n, colours, seed, k=32):
    out = np.zeros((k, k), int)
    for i in range(1, len(colours)):
        field = level(noise(k, 1.5, seed + i * 5, ax=1, ay=1.5))
        out = np.where(field > 0.68, i, out)
    picture = np.array([rgb(c) for c in colours])[out]
    return np.kron(picture, np.ones((n // k, n // k, 1)))


def leopard(n, ground, spot, ring, seed, count=26):
    big = n * 2
    d1, d2, who = cells(big, scatter(count, seed))
    wob = noise(big, 1.2, seed, low=4) * 0.009
    r = d1 + wob
    out = lit(np.broadcast_to(rgb(ground), (big, big, 3)), noise(big, 1.8, seed + 3) * 0.05)
    out = pick(1 - step(r, 0.045, 0.006), out, spot)
    rim = (1 - step(np.abs(r - 0.055), 0.016, 0.006)) * step(level(noise(big, 1.3, seed + 5)), 0.3, 0.1)
    return down(pick(rim, out, ring), 2)


def zebra(n, a, b, seed):
    big = n * 2
    u, v = grid(big)
    field = np.sin((v * 7 + noise(big, 2.3, seed, ax=1.4) * 0.75 + 0.25 * np.sin(u * 2 * np.pi)) * 2 * np.pi)
    return down(pick(step(field, 0.05, 0.16), b, a), 2)


def tortoise(n, colours, seed):
    tone = level(noise(n, 2.0, seed) + noise(n, 1.3, seed + 1) * 0.25)
    return ramp(step(tone, 0.5, 0.75), colours)


# ---------------------------------------------------------------- geometry

def honeycomb(n, ground, line, cell2=None, seed=1):
    big = n * SS
    points = [((i + 0.5 * (j % 2)) / 7 + 0.03, (j + 0.5) / 8) for j in range(8) for i in range(7)]
    d1, d2, who = cells(big, points)
    gap = d2 - d1
    rng = np.random.default_rng(seed)
    tone = rng.random(len(points))[who] * 0.14 - 0.07
    base = lit(np.broadcast_to(rgb(ground), (big, big, 3)), tone + relief(np.clip(gap * 40, 0, 1), 1.2) * 0.25)
    if cell2 is not None:
        base = pick((rng.random(len(points)) < 0.22)[who].astype(float), base, cell2)
    return down(pick(1 - step(gap, 0.017, 0.006), base, line))


def dots(n, ground, dot, k=4, r=0.26, second=None):
    sheet = Sheet(n, ground)
    for j in range(k * 2):
        for i in range(k):
            colour = second if second is not None and (i + j) % 2 else dot
            sheet.circle((i + 0.25 + 0.5 * (j % 2)) / k, (j + 0.5) / k / 2, r / k, colour)
    return sheet.done()


def scales(n, ground, line, tint=None, rings=4):
    """Overlapping waves, after the old Japanese pattern: each hides the ones above it."""
    sheet = Sheet(n, ground, (0,))
    k = 3
    r = 0.5 / k
    for j in range(-4, k * 4 + 5):
        y = j * r / 2
        for i in range(k):
            x = (i + 0.5 * (j % 2)) / k
            for ring in range(rings):
                radius = r * (1 - ring / rings)
                sheet.circle(x, y, radius, line)
                sheet.circle(x, y, radius - r * 0.075, tint if tint is not None and ring == rings - 1 else ground)
    return sheet.done()


def great_wave(n, sky, sea, foam, deep, seed):
    """Rolling crests with claws of foam."""
    sheet = Sheet(n, sky, (0,))
    for y, row, colour in [(y + turn, row, colour) for turn in (-1, 0, 1) for row, (y, colour) in enumerate(((0.22, mix(sea, sky, 0.45)), (0.55, sea), (0.88, deep)))]:
        for copy in (0, 1):
            x0 = 0.5 * copy + 0.25 * (row % 2)
            back = bezier((x0 - 0.3, y + 0.16), (x0 - 0.1, y + 0.12), (x0 - 0.02, y - 0.2), (x0 + 0.2, y - 0.16))
            curl = bezier((x0 + 0.2, y - 0.16), (x0 + 0.31, y - 0.13), (x0 + 0.31, y - 0.02), (x0 + 0.22, y - 0.02))
            front = bezier((x0 + 0.22, y - 0.02), (x0 + 0.27, y - 0.08), (x0 + 0.14, y - 0.1), (x0 + 0.15, y + 0.04)) + bezier((x0 + 0.15, y + 0.04), (x0 + 0.16, y + 0.14), (x0 + 0.24, y + 0.16), (x0 + 0.32, y + 0.16))
            sheet.polygon(back + curl + front + [(x0 + 0.32, y + 0.2), (x0 - 0.3, y + 0.2)], colour)
            for t in (0.25, 0.45, 0.65):
                sheet.line(bezier((x0 - 0.24 + t * 0.3, y + 0.16), (x0 - 0.08 + t * 0.2, y + 0.1), (x0 + t * 0.12, y - 0.12 + t * 0.09), (x0 + 0.14, y - 0.11 + t * 0.06)), 0.007, mix(colour, foam, 0.45))
            sheet.line(back[8:] + curl, 0.016, foam)
            for t in range(3, 14, 3):
                fx, fy = curl[t]
                sheet.circle(fx + 0.008, fy + 0.008, 0.019, foam)
            for fx, fy, fr in ((0.3, -0.2, 0.009), (0.34, -0.15, 0.006), (0.27, -0.23, 0.005)):
                sheet.circle(x0 + fx, y + fy, fr, foam)
    return sheet.done()


def wavy(n, colours, waves=2, bands=6, height=0.035):
    big = n * SS
    u, v = grid(big)
    t = (v + height * np.sin(u * 2 * np.pi * waves)) * bands
    who = np.floor(t).astype(int) % len(colours)
    return down(np.array([rgb(c) for c in colours])[who])


def terrazzo(n, ground, chips, seed, count=46):
    sheet = Sheet(n, ground)
    rng = np.random.default_rng(seed)
    for i, (x, y) in enumerate(scatter(count, seed)):
        size = rng.choice([0.018, 0.03, 0.045, 0.06], p=[0.35, 0.3, 0.22, 0.13])
        corners = rng.integers(4, 7)
        angles = np.sort(rng.random(corners) * 0.6 + np.arange(corners)) * 2 * np.pi / corners
        sheet.polygon([(x + math.cos(a) * size * r, y + math.sin(a) * size * r) for a, r in zip(angles, rng.uniform(0.7, 1.25, corners))], chips[i % len(chips)])
    return sheet.done()


def tartan(n, sett):
    """((colour, threads), …), mirrored; twill where warp and weft cross."""
    half = [rgb(c) for c, k in sett for _ in range(k)]
    yarns = np.array(half + half[::-1])
    k = len(yarns)
    big = n * 2
    index = (np.arange(big) * k // big)
    u, v = np.meshgrid(np.arange(big), np.arange(big))
    over = ((u + v) // 2) % 4 < 2
    out = np.where(over[..., None], yarns[index][None, :, :], yarns[index][:, None, :])
    return down(lit(out, noise(big, 0.2, 5) * 0.012), 2)


def gingham(n, a, ground="#fbfaf6", k=4):
    u, v = grid(n)
    i, j = (u * k * 2).astype(int) % 2, (v * k * 2).astype(int) % 2
    return ramp((i + j) / 2, [ground, mix(ground, a, 0.55), a])


def stripes(n, bands, angle=0):
    """((colour, share), …) along x; angle 1 makes them climb."""
    big = n * SS
    u, v = grid(big)
    t = (u + angle * v) % 1
    edges = np.cumsum([s for _, s in bands]) / sum(s for _, s in bands)
    who = np.searchsorted(edges, t)
    return down(np.array([rgb(c) for c, _ in bands])[np.clip(who, 0, len(bands) - 1)])


def zigzag(n, colours, teeth=4, bands=6):
    big = n * SS
    u, v = grid(big)
    t = (v + np.abs(u * teeth % 1 - 0.5) / teeth * 1.1) * bands
    return down(np.array([rgb(c) for c in colours])[np.floor(t).astype(int) % len(colours)])


def herringbone(n, a, b):
    big = n * 2
    k = 64
    u, v = grid(big)
    i, j = (u * k).astype(int), (v * k).astype(int)
    up = (i // 8) % 2 == 0
    over = np.where(up, (i + j) % 8 < 4, (j - i - 1) % 8 < 4)
    return down(lit(pick(over.astype(float), b, a), noise(big, 0.3, 3) * 0.03), 2)


def houndstooth(n, a, b, k=4):
    cell = np.zeros((8, 8), int)
    for y in range(8):
        for x in range(8):
            warp, weft = x < 4, y < 4
            cell[y, x] = warp if (x + y) % 4 < 2 else weft
    picture = np.array([rgb(b), rgb(a)])[np.tile(cell, (k, k))]
    return np.kron(picture, np.ones((n // (8 * k), n // (8 * k), 1)))


def lattice(n, ground, line, fill=None):
    """Eight-pointed stars and crosses, as on old tiles."""
    sheet = Sheet(n, line)
    k = 2
    for j in range(k):
        for i in range(k):
            x, y, r = (i + 0.5) / k, (j + 0.5) / k, 0.235
            for turn in (0, math.pi / 4):
                sheet.polygon(turned([(-1, -1), (1, -1), (1, 1), (-1, 1)], turn, x, y, r * 0.72), ground)
            for turn in (0, math.pi / 4):
                sheet.polygon(turned([(-1, -1), (1, -1), (1, 1), (-1, 1)], turn, x, y, r * 0.6), line)
            for turn in (0, math.pi / 4):
                sheet.polygon(turned([(-1, -1), (1, -1), (1, 1), (-1, 1)], turn, x, y, r * 0.52), fill if fill is not None else ground)
            sheet.circle(x, y, r * 0.3, line)
            sheet.circle(x, y, r * 0.17, ground)
            x, y = x + 0.5 / k, y + 0.5 / k
            sheet.polygon(turned([(-1, 0), (0, -1), (1, 0), (0, 1)], 0, x, y, 0.11), ground)
            sheet.polygon(turned([(-1, 0), (0, -1), (1, 0), (0, 1)], 0, x, y, 0.055), line)
    return sheet.done()


def lowpoly(n, colours, seed):
    rng = np.random.default_rng(seed)
    k = 6
    jitter = rng.uniform(-0.3, 0.3, (k, k, 2))
    at = lambda i, j: ((i + jitter[j % k, i % k, 0]) / k, (j + jitter[j % k, i % k, 1]) / k)
    sheet = Sheet(n, colours[0])
    for j in range(k):
        for i in range(k):
            a, b, c, d = at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)
            for tri in ((a, b, c), (a, c, d)):
                sheet.polygon(tri, ramp(np.array(rng.random()), colours))
    return sheet.done()


def triangles(n, colours, seed, k=6):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, colours[0])
    for j in range(k):
        for i in range(k * 2):
            x = i / k / 2 - (0.25 / k if j % 2 else 0) * 2
            up = [(x, (j + 1) / k), (x + 1 / k, (j + 1) / k), (x + 0.5 / k, j / k)]
            flip = [(x, j / k), (x + 1 / k, j / k), (x + 0.5 / k, (j + 1) / k)]
            sheet.polygon(up if i % 2 == 0 else flip, colours[rng.integers(len(colours))])
    return sheet.done()


def cubes(n, a, b, c):
    sheet = Sheet(n, a)
    k, rows = 4, 4
    w, h = 0.5 / k, 1 / rows / 3
    for j in range(rows * 2):
        for i in range(k):
            x, y = (i + 0.5 * (j % 2)) / k, j * 1.5 * h
            if y > 1.01:
                continue
            sheet.polygon([(x, y), (x + w, y + h / 2), (x, y + h), (x - w, y + h / 2)], a)
            sheet.polygon([(x - w, y + h / 2), (x, y + h), (x, y + 2 * h), (x - w, y + 1.5 * h)], b)
            sheet.polygon([(x + w, y + h / 2), (x, y + h), (x, y + 2 * h), (x + w, y + 1.5 * h)], c)
    return sheet.done()


def deco(n, ground, line):
    """Fans of thin lines."""
    sheet = Sheet(n, ground, (0,))
    k = 2
    for j in range(-3, k * 2 + 4):
        for i in range(k):
            x, y = (i + 0.5 * (j % 2)) / k, (j + 1) / k / 2
            r = 0.5 / k
            arc = [(x + math.cos(t) * r, y - math.sin(t) * r) for t in np.linspace(0, math.pi, 24)]
            sheet.polygon(arc, ground)
            for s in (1, 0.86, 0.36):
                sheet.line([(x + math.cos(t) * r * s, y - math.sin(t) * r * s) for t in np.linspace(0, math.pi, 24)], 0.009, line)
            for t in np.linspace(0, math.pi, 11):
                sheet.line([(x + math.cos(t) * r * 0.36, y - math.sin(t) * r * 0.36), (x + math.cos(t) * r * 0.86, y - math.sin(t) * r * 0.86)], 0.006, line)
    return sheet.done()


# ---------------------------------------------------------------- lines, skies, circuits

def topo(n, ground, line, seed, levels=11, tint=None):
    big = n * SS
    field = noise(big, 2.9, seed, high=9) * 1.15 + noise(big, 2.2, seed + 1, high=16) * 0.25
    t = field * levels / 4
    gx = np.roll(t, -1, 1) - np.roll(t, 1, 1)
    gy = np.roll(t, -1, 0) - np.roll(t, 1, 0)
    slope = np.hypot(gx, gy) / 2 + 1e-6
    frac = np.abs(t - np.round(t)) / slope
    wide = np.where(np.round(t) % 4 == 0, 3.4, 1.9)
    base = ramp(level(field), [ground, tint if tint is not None else ground])
    return down(pick(1 - step(frac, wide, 1.5), base, line))


def contour_fill(n, colours, seed):
    big = n * 2
    field = level(noise(big, 2.4, seed, high=12))
    who = np.clip((field * len(colours)).astype(int), 0, len(colours) - 1)
    return down(np.array([rgb(c) for c in colours])[who], 2)


def sky_stars(n, a, b, star, seed, count=46):
    out = ramp(level(noise(n * SS, 2.4, seed)), [a, a, b])
    image = Image.fromarray((out * 255).round().astype("uint8"))
    sheet = Sheet(n, a)
    sheet.image, sheet.pen = image, ImageDraw.Draw(image)
    rng = np.random.default_rng(seed)
    for x, y in scatter(count, seed):
        r = rng.choice([0.0025, 0.004, 0.006], p=[0.5, 0.35, 0.15])
        if r > 0.005:
            for turn in (0, math.pi / 2):
                sheet.polygon(turned([(-4, 0), (0, -0.55), (4, 0), (0, 0.55)], turn, x, y, r), star)
        sheet.circle(x, y, r, star)
    return sheet.done()


def circuit(n, ground, line, seed):
    rng = np.random.default_rng(seed)
    k = 16
    sheet = Sheet(n, ground)
    used = set()
    turns = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    for _ in range(90):
        x, y = rng.integers(k, size=2)
        if (x, y) in used:
            continue
        heading = int(rng.integers(4)) * 2
        way = [(x, y)]
        for _ in range(int(rng.integers(2, 9))):
            options = [heading] * 3 + [(heading + 1) % 8, (heading - 1) % 8]
            new = int(rng.choice(options))
            nx, ny = way[-1][0] + turns[new][0], way[-1][1] + turns[new][1]
            if (nx % k, ny % k) in used or (nx, ny) in way:
                break
            way.append((nx, ny))
            heading = new
        if len(way) < 3:
            continue
        used.update((px % k, py % k) for px, py in way)
        points = [((px + 0.5) / k, (py + 0.5) / k) for px, py in way]
        sheet.line(points, 0.011, line)
        for end in (points[0], points[-1]):
            sheet.circle(*end, 0.019, line)
            sheet.circle(*end, 0.009, ground)
    return sheet.done()


def gradient(n, colours, across=0.0, grain=0.012, seed=4):
    """Goes through the colours and back, so that it repeats."""
    u, v = grid(n)
    t = 0.5 - 0.5 * np.cos((v + across * u) * 2 * np.pi)
    return np.clip(ramp(t, colours) + noise(n, 0.0, seed)[..., None] * grain, 0, 1)


def aurora(n, colours, seed):
    field = level(noise(n, 2.5, seed, ax=2.2, ay=1) + noise(n, 2.0, seed + 1) * 0.3)
    return ramp(field, colours)


# ---------------------------------------------------------------- plants, pixels, paper

PETAL = bezier((0, 0), (0.36, -0.2), (0.42, -0.86), (0, -1)) + bezier((0, -1), (-0.42, -0.86), (-0.36, -0.2), (0, 0))[1:]
LEAF = bezier((0, 0), (0.42, -0.28), (0.34, -0.8), (0, -1)) + bezier((0, -1), (-0.34, -0.8), (-0.42, -0.28), (0, 0))[1:]


def flower(sheet, x, y, size, petals, colour, heart, turn):
    for i in range(petals):
        sheet.polygon(turned(PETAL, turn + i * 2 * math.pi / petals, x, y, size), colour)
    for i in range(petals):
        a = turn + i * 2 * math.pi / petals
        sheet.line([(x, y), (x + math.sin(a) * size * 0.55, y - math.cos(a) * size * 0.55)], size * 0.05, mix(colour, heart, 0.45))
    sheet.circle(x, y, size * 0.24, heart)
    sheet.circle(x - size * 0.06, y - size * 0.06, size * 0.09, light(heart, 0.4))


def floral(n, ground, petals, heart, leaf, seed, count=11):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, ground)
    places = scatter(count + 16, seed, 60)
    for i, (x, y) in enumerate(places[count:]):
        turn = rng.random() * 6.28
        for side in (-0.7, 0.7):
            sheet.polygon(turned(LEAF, turn + side, x, y, 0.06), leaf if i % 2 else mix(leaf, ground, 0.35))
        sheet.circle(x, y, 0.011, petals[i % len(petals)])
    for i, (x, y) in enumerate(places[:count]):
        size = (0.105, 0.075, 0.058)[i % 3]
        turn = rng.random() * 6.28
        for side in (0.6, 2.6, 4.7):
            sheet.polygon(turned(LEAF, turn + side, x, y, size * 1.35), leaf)
        flower(sheet, x, y, size, 5 if i % 2 else 6, petals[i % len(petals)], heart, turn)
    return sheet.done()


def foliage(n, ground, tones, seed, kind="leaf"):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, ground)
    for i, (x, y) in enumerate(scatter(15, seed, 60)):
        turn, tone = rng.random() * 6.28, tones[i % len(tones)]
        if kind == "leaf":
            sheet.polygon(turned(LEAF, turn, x, y, 0.24), tone)
            tip = turned([(0, 0.06), (0, -0.9)], turn, x, y, 0.24)
            vein = mix(tone, ground, 0.45)
            sheet.line(tip, 0.007, vein)
            for t in (0.22, 0.4, 0.58, 0.74):
                for side in (-1, 1):
                    sheet.line(turned([(0, -t), (side * 0.24 * (1 - t * 0.6), -t - 0.17)], turn, x, y, 0.24), 0.004, vein)
        else:
            stem = turned(bezier((0, 0.5), (0.1, 0.2), (-0.1, -0.2), (0, -0.6)), turn, x, y, 0.2)
            sheet.line(stem, 0.007, tone)
            slim = [(px * 0.62, py) for px, py in LEAF]
            for t in (3, 6, 9, 12):
                px, py = stem[t]
                for side in (-1, 1):
                    sheet.polygon(turned(slim, turn + side * 0.8, px, py, 0.13 * (1.15 - t / 24)), tone)
            sheet.polygon(turned(slim, turn, *stem[-1], 0.075), tone)
    return sheet.done()


def sprites(n, ground, rows, inks, seed=1, k=None):
    """Little pictures of pixels: rows of digits, 0 is the ground."""
    cell = np.array([[int(c) for c in row] for row in rows])
    h, w = cell.shape
    k = k or 32
    out = np.zeros((k, k), int)
    spots = [(0, 0), (k // 2, k // 2)] if w <= k // 2 else [(0, 0)]
    for x, y in spots:
        out[(np.arange(h) + y + (k // 2 - h) // 2)[:, None] % k, (np.arange(w) + x + (k // 2 - w) // 2)[None] % k] = cell
    picture = np.array([rgb(c) for c in [ground, *inks]])[out]
    return np.kron(picture, np.ones((n // k, n // k, 1)))


def dither(n, a, b, k=32):
    """Ordered dots from one colour to the other and back."""
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16 + 1 / 32
    y = np.arange(k)
    t = 0.5 - 0.5 * np.cos((y + 0.5) / k * 2 * np.pi)
    mask = t[:, None] > np.tile(bayer, (k // 4, k // 4))
    return np.kron(pick(mask.astype(float), a, b), np.ones((n // k, n // k, 1)))


def confetti(n, ground, colours, seed):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, ground)
    for i, (x, y) in enumerate(scatter(30, seed, 60)):
        colour, turn = colours[i % len(colours)], rng.random() * 6.28
        kind = i % 5
        if kind == 0:
            sheet.circle(x, y, 0.026, colour)
        elif kind == 1:
            sheet.line(turned([(-1, 0), (-0.33, -0.5), (0.33, 0.5), (1, 0)], turn, x, y, 0.05), 0.013, colour)
        elif kind == 2:
            sheet.polygon(turned([(0, -1), (0.87, 0.5), (-0.87, 0.5)], turn, x, y, 0.036), colour)
        elif kind == 3:
            sheet.line(turned([(-1, 0), (1, 0)], turn, x, y, 0.036), 0.013, colour)
        else:
            arc = [(math.cos(t), math.sin(t)) for t in np.linspace(0, math.pi, 12)]
            sheet.line(turned(arc, turn, x, y, 0.028), 0.012, colour)
    return sheet.done()


def papercut(n, colours, seed):
    """Sheets laid on each other, each with the shadow it throws."""
    big = n * 2
    field = level(noise(big, 2.5, seed, high=10))
    out = np.broadcast_to(rgb(colours[0]), (big, big, 3))
    for i, colour in enumerate(colours[1:], 1):
        edge = i / len(colours)
        mask = step(field, edge, 0.004)
        cast = step(np.roll(field, (7, 7), (0, 1)), edge, 0.05)
        out = lit(out, -0.3 * cast * (1 - mask))
        out = pick(mask, out, colour)
    return down(out, 2)


def strokes(n, ground, colours, seed):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, ground)
    for i, (x, y) in enumerate(scatter(26, seed, 40)):
        colour, length = colours[i % len(colours)], rng.uniform(0.05, 0.13)
        for hair in range(5):
            dx = (hair - 2) * 0.009
            end = rng.uniform(-0.012, 0.012)
            sheet.line([(x + dx - length * 0.35, y + length + end), (x + dx + length * 0.35, y - length - end)], 0.0085, mix(colour, ground, 0.12 * rng.random()))
    return sheet.done()


def faces(n, ground, ink, seed):
    """Eyes that look about."""
    sheet = Sheet(n, ground)
    rng = np.random.default_rng(seed)
    for i, (x, y) in enumerate(scatter(14, seed, 60)):
        lid = bezier((-1, 0), (-0.4, -0.8), (0.4, -0.8), (1, 0)) + bezier((1, 0), (0.4, 0.8), (-0.4, 0.8), (-1, 0))
        sheet.polygon(turned(lid, 0, x, y, 0.085), ink)
        sheet.polygon(turned(lid, 0, x, y, 0.07), light(ground, 0.7))
        dx, dy = rng.uniform(-0.02, 0.02), rng.uniform(-0.008, 0.008)
        sheet.circle(x + dx, y + dy, 0.028, ink)
        sheet.circle(x + dx - 0.008, y + dy - 0.009, 0.008, "#ffffff")
    return sheet.done()


def bricks(n, colours, mortar, seed):
    rng = np.random.default_rng(seed)
    sheet = Sheet(n, mortar)
    rows, cols = 8, 3
    for j in range(rows):
        for i in range(cols):
            x, y = (i + 0.5 * (j % 2)) / cols, j / rows
            sheet.polygon([(x + 0.008, y + 0.008), (x + 1 / cols - 0.008, y + 0.008), (x + 1 / cols - 0.008, y + 1 / rows - 0.008), (x + 0.008, y + 1 / rows - 0.008)], ramp(np.array(rng.random()), colours))
    return lit(sheet.done(), noise(n, 0.7, seed) * 0.05)


def rain(n, ground, drop, seed):
    sheet = Sheet(n, ground)
    shape = bezier((0, -1), (0.12, -0.5), (0.5, -0.1), (0.5, 0.25)) + bezier((0.5, 0.25), (0.5, 0.8), (-0.5, 0.8), (-0.5, 0.25)) + bezier((-0.5, 0.25), (-0.5, -0.1), (-0.12, -0.5), (0, -1))
    for j in range(6):
        for i in range(3):
            x, y = (i + 0.25 + 0.5 * (j % 2)) / 3, (j + 0.5) / 6
            sheet.polygon(turned(shape, 0, x, y, 0.06), drop)
            sheet.line(turned([(-0.24, 0.3), (-0.05, 0.46)], 0, x, y, 0.06), 0.008, mix(drop, "#ffffff", 0.6))
    return sheet.done()
