"""Makes the pictures of the canvas tote as a photographer would deliver them: for each view a photo of what is never painted, masks of what is
(white where it is), one shadow picture to multiply, one highlight picture to screen; and the tiles of its prints.

A bag is a height field: bulge, folds and seams are added up, light comes from the upper left, and what is darker than a flat cloth goes into the
shadows, what is brighter into the highlights. Run from anywhere: python3 bag.py (needs Pillow and numpy). The result is the same on every run.
"""
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

OUT = Path(__file__).resolve().parent.parent / "bag"
W, H, S = 800, 1000, 2  # the view's units, and pixels for each while drawing
RANDOM = np.random.default_rng(7)
y, x = np.mgrid[: H * S, : W * S] / S


def blur(field, sx, sy=None):
    """A Gaussian blur by Fourier transform; sigmas in units. The picture is mirrored at its edges."""
    sy = sx if sy is None else sy
    padded = np.pad(field, [(0, field.shape[0]), (0, field.shape[1])], mode="symmetric")
    fy = np.fft.fftfreq(padded.shape[0])[:, None] * sy * S
    fx = np.fft.rfftfreq(padded.shape[1])[None, :] * sx * S
    soft = np.fft.irfft2(np.fft.rfft2(padded) * np.exp(-2 * np.pi**2 * (fx**2 + fy**2)), padded.shape)
    return soft[: field.shape[0], : field.shape[1]]


def noise(sx, sy=None):
    field = blur(RANDOM.standard_normal((H * S, W * S)), sx, sy)
    return field / field.std()


def polygon(points):
    image = Image.new("L", (W * S, H * S))
    ImageDraw.Draw(image).polygon([(px * S, py * S) for px, py in points], fill=255)
    return np.asarray(image) / 255


def smooth(edge0, edge1, value):
    t = np.clip((value - edge0) / (edge1 - edge0), 0, 1)
    return t * t * (3 - 2 * t)


def cubic(*p, steps=160):
    t = np.linspace(0, 1, steps)[:, None]
    p = [np.array(q, float) for q in p]
    return (1 - t) ** 3 * p[0] + 3 * (1 - t) ** 2 * t * p[1] + 3 * (1 - t) * t**2 * p[2] + t**3 * p[3]


# ---------------------------------------------------------------- the shape

def top(px, lift=0.0):
    """The upper hem sags between the handles."""
    u = (px - 400) / 270
    return 372 - lift + 13 * np.exp(-((u / 0.42) ** 2)) + 9 * u**4


def outline(lift=0.0):
    right = cubic((672, 388), (679, 560), (690, 760), (683, 905))
    corner = cubic((683, 905), (682, 938), (672, 946), (640, 948), steps=24)
    bottom = cubic((640, 948), (520, 957), (280, 957), (160, 948))
    other = cubic((160, 948), (128, 946), (118, 938), (117, 905), steps=24)
    left = cubic((117, 905), (110, 760), (121, 560), (128, 388))
    hem = [(px, top(px, lift)) for px in np.linspace(128, 672, 200)]
    return hem + [tuple(p) for part in (right, corner, bottom, other, left) for p in part]


def strap(shift=0.0, rise=0.0, low=446):
    """The middle of a handle, from its lower left end over the peg to its lower right end."""
    a, b, peg = (278 + shift, low), (522 + shift, low), (400 + shift * 0.3, 86 - rise)
    up = cubic(a, (278 + shift, 420), (279 + shift, 395), (281 + shift, 365), steps=60)
    left = cubic((281 + shift, 365), (288 + shift, 270), (352, 128 - rise), (peg[0] - 22, peg[1] + 6), steps=260)
    over = cubic((peg[0] - 22, peg[1] + 6), (peg[0] - 12, peg[1] - 8), (peg[0] + 12, peg[1] - 8), (peg[0] + 22, peg[1] + 6), steps=60)
    right = cubic((peg[0] + 22, peg[1] + 6), (448, 128 - rise), (512 + shift, 270), (519 + shift, 365), steps=260)
    down = cubic((519 + shift, 365), (521 + shift, 395), (522 + shift, 420), b, steps=60)
    return np.concatenate([up, left, over, right, down])


def along(line, half):
    """For each pixel the signed distance from a line, in half widths; the way along it; and where it is covered. Both ends are cut straight."""
    across, way = np.full(x.shape, 9.0), np.zeros(x.shape)
    near = np.full(x.shape, 1e9)
    steps = np.gradient(line, axis=0)
    steps /= np.linalg.norm(steps, axis=1)[:, None]
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    r = int((half + 6) * S)
    for (px, py), (tx, ty), l in zip(line, steps, length):
        cx, cy = int(px * S), int(py * S)
        box = np.s_[max(cy - r, 0): cy + r, max(cx - r, 0): cx + r]
        dx, dy = x[box] - px, y[box] - py
        d = np.hypot(dx, dy)
        closer = d < near[box]
        near[box] = np.where(closer, d, near[box])
        across[box] = np.where(closer, (dx * -ty + dy * tx) / half, across[box])
        way[box] = np.where(closer, l + dx * tx + dy * ty, way[box])
    inside = (np.abs(across) <= 1) & (way >= 0) & (way <= length[-1])
    return across, way, blur(inside.astype(float), 0.5), length[-1]


# ---------------------------------------------------------------- light

def lit(height, strength=1.0):
    """How bright a surface is against a flat one: 1 where it is flat."""
    gy, gx = np.gradient(height, 1 / S)
    light = np.array([-0.50, -0.62, 0.75])
    light /= np.linalg.norm(light)
    n = np.stack([-gx * strength, -gy * strength, np.ones_like(gx)])
    return np.clip((n * light[:, None, None]).sum(0) / np.linalg.norm(n, axis=0), 0, None) / light[2]


def dashes(way, period=9.0, ratio=0.62):
    return smooth(0.0, 0.12, ratio - (way / period) % 1)


def line_near(distance, width):
    return np.exp(-((distance / width) ** 2))


def weave():
    """Plain weave: yarns of uneven thickness, one over the other."""
    u, v = x * np.pi / 1.9 + noise(1.2, 30) * 0.5, y * np.pi / 1.9 + noise(30, 1.2) * 0.5
    return np.sin(u) * np.sin(v) * 0.5 + noise(0.6, 14) * 0.32 + noise(14, 0.6) * 0.32


def fold(x0, y0, x1, y1, width, depth, waver=7.0):
    """A ridge from one point to another, strongest at the first, fading towards the second."""
    dx, dy = x1 - x0, y1 - y0
    length = np.hypot(dx, dy)
    t = ((x - x0) * dx + (y - y0) * dy) / length**2
    across = ((x - x0) * -dy + (y - y0) * dx) / length + waver * np.sin(t * 5 + x0)
    fade = smooth(-0.08, 0.10, t) * (1 - smooth(0.35, 1.0, t))
    return depth * fade * np.exp(-((across / (width * (0.6 + np.clip(t, 0, 1)))) ** 2))


def body_height(cover, folds):
    inner = blur(cover, 9)
    height = 10 * smooth(0.5, 1.0, inner) ** 0.7 + 10 * smooth(0.5, 1.0, blur(cover, 30))
    height += 20 * np.exp(-(((x - 400) / 210) ** 2 + ((y - 700) / 210) ** 2))
    height += noise(46, 60) * 2.4 + noise(17, 30) * 0.55 + noise(6, 9) * 0.10
    for one in folds:
        height += fold(*one)
    return height


FRONT = [
    (286, 440, 180, 800, 13, 6.5), (262, 440, 150, 640, 8, -4.5), (300, 450, 352, 790, 15, 4.2),
    (514, 440, 622, 810, 13, 6.0), (540, 445, 655, 660, 8, -4.0), (500, 452, 446, 800, 15, 3.8),
    (170, 930, 330, 800, 14, 4.0), (640, 930, 500, 815, 14, 4.2), (210, 930, 520, 900, 11, 2.6),
    (125, 620, 260, 690, 13, 3.0), (676, 700, 560, 640, 13, -3.0),
]
BACK = [(800 - a, b, 800 - c, d, e, f) for a, b, c, d, e, f in FRONT[::-1]]


def view(name, folds, pocket):
    cover_front = blur(polygon(outline()), 0.5)
    cover_body = np.maximum(cover_front, blur(polygon(outline(9.0)), 0.5))
    inside = np.clip(cover_body - cover_front, 0, 1)
    fx, fway, strap_front, flong = along(strap(), 17)
    bx, bway, strap_back, _ = along(strap(9, 7, 372), 17)
    strap_back = strap_back * (1 - cover_body)

    # The cloth of the body, with its hem, its seams and the weave.
    height = body_height(cover_front, folds)
    hem = y - top(x)
    stitch_x = dashes(x)
    seam = np.clip((x - 117 - (y - 390) * -0.012), 0, None)
    height += 1.6 * (1 - smooth(30, 34, hem)) * (hem > 0)
    height -= 1.1 * line_near(hem - 27, 1.1) * stitch_x + 0.8 * line_near(hem - 7, 1.1) * stitch_x
    height += weave() * 0.13
    patch = None
    if pocket:
        # A patch pocket, painted like the handles.
        edges = [(262, 560), (538, 560), (534, 838), (518, 852), (282, 852), (266, 838)]
        patch = blur(polygon(edges), 0.6)
        height += 3.0 * blur(patch, 1.6) + 1.6 * (1 - smooth(26, 30, y - 560)) * patch
        inset = np.minimum.reduce([x - 262 - (y - 560) * 0.014, 538 - x - (y - 560) * 0.014, 852 - y])
        height -= patch * line_near(inset - 7, 1.1) * np.where(852 - y < x * 0 + inset + 0.01, stitch_x, dashes(y)) * 1.0
        height -= patch * line_near(y - 560 - 23, 1.1) * stitch_x
    bright = lit(height, 0.92)
    # Folds shade themselves a little where they are deep.
    hollow = np.clip(blur(height, 16) - height, 0, None)
    bright *= 1 - np.clip(hollow * 0.028, 0, 0.30)
    bright *= 1 - 0.16 * smooth(0.75, 1.0, (y - 372) / 576)
    bright *= 1 - 0.12 * (1 - smooth(0, 26, np.minimum(x - 117, 685 - x)))
    bright = np.where(bright < 0.5, 0.5 - 0.35 * np.tanh((0.5 - bright) / 0.35) * 0.6, bright)
    if pocket:
        bright *= 1 - 0.34 * (blur(np.roll(patch, (5, 4), (0, 1)), 4) * (1 - patch))
        bright *= 1 - 0.30 * line_near(y - 559, 2.2) * ((x > 262) & (x < 538))
    bright = bright * (1 - inside) + 0.50 * (0.9 + 0.1 * bright) * inside
    # The handles throw a shadow on the cloth.
    thrown = blur(np.roll(strap_front, (8, 6), (0, 1)), 4.5) * cover_front * (1 - strap_front)
    bright *= 1 - 0.34 * thrown

    def handle(across, way, long, depth):
        profile = 2.6 * np.clip(1.02 - across**6, 0, 1) ** 0.5
        web = np.sin(way * 1.5 + np.abs(across * 17) * 1.1) * 0.18 + weave() * 0.10
        sewn = line_near((np.abs(across) - 0.74) * 17, 1.0) * dashes(way, 8)
        b = lit(profile + web - 0.7 * sewn, 0.9)
        return b * (1 - 0.22 * smooth(0.35, 0, np.abs(way / long - 0.5) / 0.5 * 6)) * depth

    box = np.clip(1 - np.maximum(np.abs(fx) / 0.74, np.abs(np.minimum(fway, flong - fway) - 26) / 18), 0, 1)
    front_strap = handle(fx, fway, flong, 1.0)
    end = np.minimum(fway, flong - fway)
    cross = np.minimum(np.abs(fx * 12.6 - (end - 26) * 0.74), np.abs(fx * 12.6 + (end - 26) * 0.74))
    front_strap *= 1 - 0.30 * line_near(cross, 1.1) * (box > 0) * dashes(end, 6)
    front_strap *= 1 - 0.30 * (line_near(end - 8, 1.1) + line_near(end - 44, 1.1)) * (np.abs(fx) < 0.74) * dashes(fx * 17, 6)
    back_strap = handle(bx, bway, flong, 0.70) * (1 - 0.45 * blur(np.roll(strap_front, (5, 7), (0, 1)), 3))
    bright = bright * (1 - strap_back) + back_strap * strap_back
    bright = bright * (1 - strap_front) + front_strap * strap_front

    covered = np.maximum(np.maximum(cover_body, strap_back), strap_front)
    handles = np.maximum(strap_front, strap_back)
    shadow = np.where(covered > 0.002, np.clip(bright / 1.04, 0, 1) ** 1.15, 1)
    shine = np.clip(bright - 1.04, 0, None) * 0.62 * (covered > 0.002)

    # The wall: plaster, light from the upper left, the bag's shadow.
    wall = 0.93 - 0.10 * smooth(0.2, 1.25, np.hypot((x - 250) / 800, (y - 250) / 1000))
    wall = wall + noise(1.4) * 0.004 + noise(7) * 0.0035 + noise(70) * 0.008
    wall *= 1 - 0.46 * blur(np.roll(covered, (26 * S // 2, 18 * S // 2), (0, 1)), 12)
    wall *= 1 - 0.35 * blur(np.roll(covered, (8, 5), (0, 1)), 3.5)
    photo = np.stack([wall * tint for tint in (1.0, 0.985, 0.958)], -1)

    def down(field):
        return field.reshape(H, S, W, S, *field.shape[2:]).mean((1, 3))

    def save(kind, field, **how):
        image = Image.fromarray(np.clip(down(field) * 255 + 0.5, 0, 255).astype(np.uint8))
        image.save(OUT / f"{name}-{kind}.webp", method=6, **how)

    save("photo", photo, quality=72)
    save("body", cover_body, quality=80)
    save("trim", np.maximum(handles, patch) if pocket else handles, quality=80)
    save("shadow", shadow, quality=58)
    save("light", shine, quality=60)


# ---------------------------------------------------------------- prints

def tile(name, size, draw, colours=16):
    big = Image.new("RGB", (size * 4, size * 4))
    draw(ImageDraw.Draw(big), size * 4)
    small = big.resize((size, size), Image.LANCZOS).quantize(colours, dither=Image.Dither.NONE).convert("RGB")
    small.save(OUT / f"{name}.webp", lossless=True, method=6)


def wrapped(draw, n, shape):
    """Draws a shape nine times, so that what leaves the tile on one side comes in on the other."""
    for dx in (-n, 0, n):
        for dy in (-n, 0, n):
            shape(lambda px, py: (px * n + dx, py * n + dy))


def background(draw, n, colour):
    draw.rectangle([0, 0, n, n], fill=colour)


def breton(draw, n):
    background(draw, n, "#f3eee2")
    draw.rectangle([0, n * 0.30, n, n * 0.62], fill="#22344f")


def ticking(draw, n):
    background(draw, n, "#efe7d6")
    for at, wide in ((0.12, 0.04), (0.24, 0.14), (0.46, 0.04), (0.80, 0.02)):
        draw.rectangle([n * at, 0, n * (at + wide), n], fill="#a8472f")


def gingham(draw, n):
    background(draw, n, "#f5f2e8")
    draw.rectangle([0, 0, n / 2, n], fill="#9db8a5")
    draw.rectangle([0, 0, n, n / 2], fill="#9db8a5")
    draw.rectangle([0, 0, n / 2, n / 2], fill="#4f7a61")


def dots(draw, n):
    background(draw, n, "#c8553d")
    r = 0.13
    for cx, cy in ((0.25, 0.25), (0.75, 0.75)):
        draw.ellipse([(cx - r) * n, (cy - r) * n, (cx + r) * n, (cy + r) * n], fill="#f8efe0")


def waves(draw, n):
    background(draw, n, "#dfe9ea")
    for row in range(4):
        for ring, colour in ((0.24, "#2b6777"), (0.17, "#dfe9ea"), (0.11, "#5c9aa6"), (0.05, "#dfe9ea")):
            for col in range(-1, 4):
                cx, cy = (col + (row % 2) / 2) / 2 + 0.25, row / 4 + 0.25
                for dy in (-1, 0, 1):
                    box = [(cx - ring) * n, (cy + dy - ring) * n, (cx + ring) * n, (cy + dy + ring) * n]
                    draw.pieslice(box, 180, 360, fill=colour)


def leaves(draw, n):
    background(draw, n, "#f1e9d8")
    for cx, cy, turn, colour in ((0.25, 0.28, -0.5, "#5b7f4a"), (0.74, 0.22, 0.9, "#8aa05b"), (0.52, 0.66, 2.4, "#3f6650"), (0.06, 0.78, 3.8, "#8aa05b")):
        def leaf(at):
            t = np.linspace(0, np.pi, 30)
            long, wide = 0.21 * np.cos(t), 0.075 * np.sin(t) ** 0.9
            c, s = np.cos(turn), np.sin(turn)
            edge = [(l, w) for l, w in zip(long, wide)] + [(l, -w) for l, w in zip(long[::-1], wide[::-1])]
            draw.polygon([at(cx + l * c - w * s, cy + l * s + w * c) for l, w in edge], fill=colour)
            draw.line([at(cx - 0.26 * c, cy - 0.26 * s), at(cx + 0.18 * c, cy + 0.18 * s)], fill="#f1e9d8", width=int(n * 0.012))
        wrapped(draw, n, leaf)


def checks(draw, n):
    background(draw, n, "#2d2f36")
    draw.rectangle([0, 0, n / 2, n / 2], fill="#e9e2d2")
    draw.rectangle([n / 2, n / 2, n, n], fill="#e9e2d2")


def herringbone(draw, n):
    background(draw, n, "#6b5a4b")
    for half in (0, 1):
        for k in range(-2, 10):
            y0 = k * n / 4
            a, b = (half * n / 2, y0 + (0 if half else n / 4)), ((half + 1) * n / 2, y0 + (n / 4 if half else 0))
            draw.polygon([a, b, (b[0], b[1] + n / 9), (a[0], a[1] + n / 9)], fill="#cdbb9f")


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    view("front", FRONT, pocket=False)
    view("back", BACK, pocket=True)
    for draw, size in ((breton, 64), (ticking, 128), (gingham, 64), (dots, 128), (waves, 192), (leaves, 256), (checks, 64), (herringbone, 96)):
        tile(draw.__name__, size, draw)
