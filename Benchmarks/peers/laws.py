"""Laws of a scenario file, as inverse functions over NumPy arrays and as draws of Python's random numbers."""

import math

import numpy

P95 = 1.6448536269514722


class Law:
    """One law of durations: `fill` many draws at once, `draw` one."""

    def __init__(self, text):
        (self.kind, self.given), = text.items()

    def fill(self, generator, shape):
        kind, given = self.kind, self.given
        if kind == "lognormal":
            sigma = math.log(given["p95"] / given["median"]) / P95
            draws = generator.standard_normal(shape)
            draws *= sigma
            numpy.exp(draws, out=draws)
            draws *= given["median"]
            return draws
        if kind == "triangular":
            return triangular(generator, shape, *given)
        if kind == "pert":
            low, mode, high = given
            first, second = pert_shapes(low, mode, high)
            draws = generator.beta(first, second, shape)
            draws *= high - low
            draws += low
            return draws
        if kind == "exponential":
            draws = generator.standard_exponential(shape)
            draws *= given["mean"]
            return draws
        if kind == "uniform":
            low, high = given
            draws = generator.random(shape)
            draws *= high - low
            draws += low
            return draws
        raise ValueError(kind)

    def draw(self, random):
        kind, given = self.kind, self.given
        if kind == "lognormal":
            sigma = math.log(given["p95"] / given["median"]) / P95
            return random.lognormvariate(math.log(given["median"]), sigma)
        if kind == "triangular":
            low, mode, high = given
            return random.triangular(low, high, mode)
        if kind == "pert":
            low, mode, high = given
            return low + (high - low) * random.betavariate(*pert_shapes(low, mode, high))
        if kind == "exponential":
            return random.expovariate(1 / given["mean"])
        if kind == "uniform":
            return random.uniform(*given)
        raise ValueError(kind)


def pert_shapes(low, mode, high):
    return 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)


def triangular(generator, shape, low, mode, high):
    """By inversion, without branches: twice as fast as NumPy's own."""
    draws = generator.random(shape)
    cut = (mode - low) / (high - low)
    right = numpy.sqrt((1 - draws) * ((high - low) * (high - mode)))
    numpy.subtract(high, right, out=right)
    left = draws * ((high - low) * (mode - low))
    numpy.sqrt(left, out=left)
    left += low
    return numpy.where(draws < cut, left, right)
