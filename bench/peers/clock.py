"""The clock of a run: wall time, or CPU time where the machine is busy with other things (peers.py --cpu-time)."""
import os, time

CPU_TIME = 'FIRSTHAND_BENCH_CPU_TIME'

now = time.process_time if os.environ.get(CPU_TIME) else time.perf_counter
