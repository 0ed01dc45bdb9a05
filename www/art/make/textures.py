"""Weaves the fabric tiles: warp and weft colours, a weave, yarns with a round profile and a little unevenness.

Run from anywhere: python3 textures.py (needs Pillow and numpy). The result is the same on every run.
"""
from pathlib import Path

import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parent.parent / "textures"


def rgb(value):
    return np.array([int(value[i:i + 2], 16) for i in (1, 3, 5)], float) / 255


def bands(*parts):
    """('#fff', 4), ('#000', 2) → one colour per yarn."""
    return [rgb(c) for c, n in parts for _ in range(n)]


def repeat(colours, count):
    if count % len(colours):
        raise ValueError(f"{count} yarns do not hold whole repeats of {len(colours)}")
    return np.array(colours * (count // len(colours)))


def plain(n):
    y, x = np.mgrid[:n, :n]
    return (x + y) % 2 == 0


def basket(n):
    y, x = np.mgrid[:n, :n]
    return (x // 2 + y) % 2 == 0


def twill(n):
    y, x = np.mgrid[:n, :n]
    return (x + y) % 4 < 2


def herringbone(n, half):
    y, x = np.mgrid[:n, :n]
    up = (x // half) % 2 == 0
    return np.where(up, (x + y) % 4 < 2, (y - x + 1) % 4 < 2)


def weave(warp, weft, over, seed, depth=0.10, slub=0.03, paint=None, yarn=3):
    """warp, weft: (n,3) colours; over[y,x]: warp on top. Returns a square picture, `yarn` pixels per yarn."""
    n, rng = len(warp), np.random.default_rng(seed)
    if n % 4:
        raise ValueError("the weave repeats after four yarns")
    warp_tone = 1 + slub * rng.standard_normal((1, n))
    weft_tone = 1 + slub * rng.standard_normal((n, 1))
    cell = np.where(over[..., None], warp[None, :, :] * warp_tone[..., None], weft[:, None, :] * weft_tone[..., None])
    if paint is not None:
        mask, colour = paint
        cell = cell * (1 - mask[..., None]) + colour * mask[..., None]
    size = n * yarn
    big = cell.repeat(yarn, 0).repeat(yarn, 1)
    on_top = over.repeat(yarn, 0).repeat(yarn, 1)
    phase = (np.arange(size) % yarn + 0.5) / yarn
    profile = np.sin(np.pi * phase)
    across = np.where(on_top, profile[None, :], profile[:, None])
    along = np.where(on_top, profile[:, None], profile[None, :])
    light = 1 + depth * (0.75 * (across - 0.75) + 0.35 * (along - 0.75))
    noise = rng.standard_normal((size, size))
    noise = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1)) / 1.73
    light = light + slub * 0.35 * noise
    return np.clip(big * light[..., None], 0, 1)


def save(name, picture, quality=76):
    image = Image.fromarray((picture * 255 + 0.5).astype(np.uint8))
    path = OUT / f"{name}.webp"
    for q in range(quality, 20, -6):
        image.save(path, "WEBP", quality=q, method=6)
        if path.stat().st_size < 11_500:
            break
    print(f"{name}: {image.width} px, {path.stat().st_size} bytes, quality {q}")


def solid(colour, n):
    return repeat([rgb(colour)], n)


def dots(n, pitch, radius, soft=0.5):
    """Dots on a staggered grid, as coverage 0..1 per yarn cell."""
    y, x = np.mgrid[:n, :n].astype(float)
    cover = np.zeros((n, n))
    for cy in range(0, n, pitch):
        for cx in range(0, n, pitch):
            shift = pitch / 2 if (cy // pitch) % 2 else 0
            dx = np.abs(x - (cx + shift + pitch / 4) + n / 2) % n - n / 2
            dy = np.abs(y - (cy + pitch / 2) + n / 2) % n - n / 2
            cover = np.maximum(cover, np.clip((radius - np.hypot(dx, dy)) / soft + 0.5, 0, 1))
    return cover


WHITE = "#fdfdfb"


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    def gingham(name, colour, seed):
        stripe = repeat(bands((WHITE, 16), (colour, 16)), 64)
        save(name, weave(stripe, stripe, plain(64), seed, 0.10, 0.016))

    gingham("navy-gingham", "#23355f", 1)
    gingham("sky-gingham", "#7fa9d8", 2)
    gingham("burgundy-gingham", "#7d2436", 3)

    n = 80  # yarns, 240 px
    check = repeat(bands((WHITE, 9), ("#b02a33", 2), (WHITE, 18), ("#2b4374", 2), (WHITE, 9)), n)
    save("red-tattersall", weave(check, check, twill(n), 4, 0.08))

    window = repeat(bands(("#f7f9fc", 19), ("#5a86bd", 2), ("#f7f9fc", 19)), n)
    save("blue-windowpane", weave(window, window, plain(n), 5, 0.08))

    warp_face = np.ones((40, 40), bool)
    for name, colour, seed in (("bengal-blue", "#3f6db3", 6), ("bengal-pink", "#d07f96", 7)):
        stripe = repeat(bands((WHITE, 5), (colour, 5)), 40)
        save(name, weave(stripe, solid(colour, 40) * 0.25 + 0.75 * solid(WHITE, 40), warp_face, seed, 0.08, 0.022, yarn=4))
    pencil = repeat(bands((WHITE, 9), ("#5c6470", 1)), n)
    save("pencil-grey", weave(pencil, solid(WHITE, n), plain(n) | (np.arange(n) % 10 == 9)[None, :], 8, 0.08))
    pencil = repeat(bands(("#1f2c4d", 14), ("#d9dfea", 2)), n)
    save("chalk-navy", weave(pencil, solid("#1c2846", n), plain(n) | (np.arange(n) % 16 >= 14)[None, :], 9, 0.14))

    n = 64  # 192 px
    save("herringbone-grey", weave(solid("#aab2be", 32), solid("#f7f8f9", 32), herringbone(32, 8), 10, 0.12, 0.02, yarn=6))
    save("twill-sky", weave(solid("#9dbfe6", 40), solid("#dbe8f6", 40), twill(40), 11, 0.12, 0.02, yarn=4))
    n = 56  # 168 px
    save("chambray", weave(solid("#4a6d9c", n), solid("#dfe7f0", n), plain(n), 12, 0.15, 0.022))
    n = 64
    save("oxford-sky", weave(solid("#8db4e0", n), solid("#f8fafc", n), basket(n), 13, 0.14))
    save("oxford-pink", weave(solid("#e7a4b2", n), solid("#fdf8f8", n), basket(n), 14, 0.14))
    cover = dots(n, 16, 2.2)
    save("pin-dot-navy", weave(solid("#22335a", n), solid("#1e2d51", n), twill(n), 15, 0.14, paint=(cover, rgb("#f1f3f7"))))
    save("pin-dot-white", weave(solid(WHITE, n), solid("#f6f7f8", n), plain(n), 16, 0.09, paint=(cover, rgb("#2a4278"))))


if __name__ == "__main__":
    main()
