"""What `compare` can run: GradLab and its peers, each in its fastest set-up."""
import glob
import json
import os
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
LAUNCHER = HERE.parent.parent / "gradlab"
DEBIAN_PYTHON = "/usr/bin/python3"
LIMIT_SECONDS = 900  # of one run

# Settings of whoever called, which may slow a library down; each run starts without them.
LAMING = ("OPENBLAS_", "OMP_", "GOMP_", "KMP_", "MKL_", "GOTO_", "BLIS_", "DNNL_", "ONEDNN_", "ATEN_", "NPY_",
          "TF_ENABLE_", "TF_DISABLE_", "TF_NUM_", "TF_CPP_")

AVX512_OF_NUMPY = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"


class CannotRun(Exception):
    """A runner that does not run here; the message is the reason and the mend."""


def find_jdk():
    """Returns the home of a JDK 25 or newer, found where the launcher looks first."""
    for home in [os.environ.get("JAVA_HOME", ""), *sorted(glob.glob("/usr/lib/jvm/*")), *sorted(glob.glob("/opt/*jdk*"))]:
        release = Path(home, "release")
        if home and release.is_file() and Path(home, "bin", "javac").exists():
            version = next((line for line in release.read_text().splitlines() if line.startswith("JAVA_VERSION=")), "")
            if int(version.split('"')[1].split(".")[0] or 0) >= 25:
                return home
    raise CannotRun("no JDK 25 found: set JAVA_HOME to one")


def has_avx512():
    return "avx512f" in Path("/proc/cpuinfo").read_text()


def newest(paths):
    return max((path.stat().st_mtime for path in paths), default=0)


class Runner:
    """One framework. Subclasses say how it is prepared and started."""
    name = ""
    offers = None  # the workloads, or None for all

    def prepare(self):
        """Builds what is missing; raises CannotRun."""

    def command(self, workload, threads, options):
        raise NotImplementedError

    def environment(self, threads, avx2):
        return {}

    def run(self, workload, threads, options):
        """Returns one figure as a dictionary; raises CannotRun."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(LAMING)}
        environment.update(self.environment(threads, options.avx2))
        command = self.command(workload, threads, options)
        if options.cpus:
            command = ["taskset", "-c", options.cpus, *command]
        try:
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise CannotRun(f"{workload} did not end within {LIMIT_SECONDS} s") from None
        if done.returncode != 0:
            said = (done.stderr.strip() or done.stdout.strip() or "no word").splitlines()
            raise CannotRun(f"{workload} ended with exit code {done.returncode}: {said[-1]}")
        return self.figure(done.stdout)

    def figure(self, output):
        lines = [line for line in output.splitlines() if line.startswith("{")]
        if not lines:
            raise CannotRun("printed no figure")
        return json.loads(lines[-1])


class GradLab(Runner):
    name = "gradlab"

    def prepare(self):
        done = subprocess.run([LAUNCHER, "bench", "--help"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise CannotRun((done.stderr.strip() or "gradlab does not start").splitlines()[-1])

    def command(self, workload, threads, options):
        self.file = Path(options.scratch, "gradlab.json")
        return [str(LAUNCHER), "bench", "--only", workload, "--threads", str(threads), "--json", str(self.file)]

    def environment(self, threads, avx2):
        given = os.environ.get("GRADLAB_JAVA_OPTS", "")
        return {"GRADLAB_JAVA_OPTS": (given + " -XX:UseAVX=2").strip()} if avx2 else {}

    def figure(self, output):
        return json.loads(self.file.read_text())[0]


class JavaPeer(Runner):
    """A module beside this file."""

    def __init__(self, module, main, name):
        self.module, self.main, self.name = HERE / module, main, name

    def prepare(self):
        self.java = str(Path(find_jdk(), "bin", "java"))
        jars = glob.glob(str(self.module / "target" / "*.jar"))
        sources = [*self.module.glob("src/**/*.java"), *HERE.glob("harness/src/**/*.java"), *HERE.glob("**/pom.xml")]
        if jars and newest(map(Path, jars)) > newest(sources):
            return
        print(f"building {self.name}; the first time downloads a few hundred MB ...", flush=True)
        build = ["mvn", "-B", "-q", "-f", str(HERE), "-pl", self.module.name, "-am", "clean", "package"]
        try:
            done = subprocess.run(build, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise CannotRun("Maven builds it: apt-get install maven") from None
        if done.returncode != 0:
            errors = [line for line in done.stdout.splitlines() if "ERROR" in line] or ["no word"]
            raise CannotRun(f"the build failed (mvn -f shared-nn/peers package shows all): {errors[0][:200]}")

    def properties(self, options):
        return []

    def command(self, workload, threads, options):
        return [
            self.java, *self.properties(options), "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "-cp", f"{self.module}/target/*:{self.module}/target/lib/*", f"io.gradlab.peers.{self.main}",
            "--only", workload, "--threads", str(threads), "--seconds", str(options.seconds)]

    def environment(self, threads, avx2):
        settings = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
        return settings | (limits() if avx2 else {})


class TensorFlow(JavaPeer):
    def environment(self, threads, avx2):
        # oneDNN is TensorFlow's fastest, but on by itself only where the processor has AVX-512 VNNI.
        return {"TF_ENABLE_ONEDNN_OPTS": "1", "TF_CPP_MIN_LOG_LEVEL": "2"} | (limits() if avx2 else {})


class Dl4j(JavaPeer):
    def properties(self, options):
        isa = "avx512" if has_avx512() and not options.avx2 else "avx2"
        return [f"-Dorg.bytedeco.javacpp.platform.extension=-onednn-{isa}"]

    def environment(self, threads, avx2):
        return super().environment(threads, avx2) | blas_core(avx2)


class PythonPeer(Runner):
    def __init__(self, script, module, package, name, offers=None):
        self.script, self.module, self.package, self.name, self.offers = script, module, package, name, offers

    def prepare(self):
        try:
            done = subprocess.run(
                [DEBIAN_PYTHON, "-c", f"import {self.module}"], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise CannotRun(f"there is no {DEBIAN_PYTHON}: apt-get install {self.package}") from None
        if done.returncode != 0:
            raise CannotRun(f"{done.stderr.strip().splitlines()[-1]}: apt-get install {self.package}")

    def command(self, workload, threads, options):
        return [DEBIAN_PYTHON, str(HERE / self.script), "--only", workload, "--threads", str(threads),
                "--seconds", str(options.seconds)]

    def environment(self, threads, avx2):
        settings = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
        return settings | blas_core(avx2) | (limits() if avx2 else {})


def blas_core(avx2):
    """An OpenBLAS that is older than the processor takes it for a much weaker one, if it is not told better."""
    return {"OPENBLAS_CORETYPE": "SkylakeX" if has_avx512() and not avx2 else "Haswell"}


def limits():
    """Each library's own switch for AVX2 code."""
    return {
        "ONEDNN_MAX_CPU_ISA": "AVX2", "DNNL_MAX_CPU_ISA": "AVX2", "ATEN_CPU_CAPABILITY": "avx2",
        "OPENBLAS_CORETYPE": "Haswell", "NPY_DISABLE_CPU_FEATURES": AVX512_OF_NUMPY}


def all_runners():
    return [
        GradLab(),
        TensorFlow("tensorflow", "TensorFlowPeer", "tensorflow-java"),
        JavaPeer("pytorch", "PyTorchPeer", "pytorch-javacpp"),
        PythonPeer("pytorch_peer.py", "torch", "python3-torch libopenblas0", "pytorch-debian"),
        Dl4j("dl4j", "Dl4jPeer", "dl4j"),
        PythonPeer("sklearn_peer.py", "sklearn", "python3-sklearn libopenblas0", "sklearn", ("mlp-train",)),
    ]
