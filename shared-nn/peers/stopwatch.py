"""Measures a peer's workloads and prints one line of JSON for each: the stopwatch both Python peers share."""
import argparse
import json
import resource
import statistics
import sys
import time

WARM_UP_SECONDS = 3
SAMPLE_SECONDS = 0.2
FEWEST_SAMPLES = 5


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", metavar="NAME")
    parser.add_argument("--threads", metavar="T", type=int, default=1)
    parser.add_argument("--seconds", metavar="S", type=float, default=5)
    return parser.parse_args()


def run(peer, chosen, workloads):
    """Runs the workloads asked for; a workload, when built, is its images a step, its parameters and the step."""
    if chosen.only and chosen.only not in workloads:
        print(f"{peer} does not offer {chosen.only}; it has: {', '.join(workloads)}", file=sys.stderr)
        sys.exit(3)
    for name, build in workloads.items():
        if chosen.only in (None, name):
            images, parameters, step = build()
            print(json.dumps({
                "peer": peer,
                "name": name,
                "value": round(images / seconds_per_step(step, chosen.seconds), 3),
                "unit": "images/s",
                "threads": chosen.threads,
                "parameters": parameters,
                "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }), flush=True)


def seconds_per_step(step, seconds):
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < WARM_UP_SECONDS or steps < 2:
        step()
        steps += 1
    samples, start = [], time.perf_counter()
    while time.perf_counter() - start < seconds or len(samples) < FEWEST_SAMPLES:
        begin, steps = time.perf_counter(), 0
        while time.perf_counter() - begin < SAMPLE_SECONDS:
            step()
            steps += 1
        samples.append((time.perf_counter() - begin) / steps)
    return statistics.median(samples)
