@echo off
rem GradLab's launcher for Windows; the twin of the shell script `gradlab`. Not yet run on Windows.
rem In a student's repository the jars lie in lib, and nothing is built but the student's own classes.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "STATE=%HOME_DIR%\.gradlab"
if not exist "%STATE%" mkdir "%STATE%"

set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JDK (
    echo gradlab: no JDK 25 found: install one ^(for example from adoptium.net^), or set JAVA_HOME to it 1>&2
    exit /b 2
)

rem --- the jars
set "LIB=%STATE%\lib"
if exist "%HOME_DIR%\lib" set "LIB=%HOME_DIR%\lib"
if not exist "%HOME_DIR%\lib" (
    call :when_built
    if errorlevel 2 exit /b 2
    if errorlevel 1 exit /b 1
)
rem A running program's files cannot be replaced on Windows, so an update runs from a copy of the jars.
if /i "%~1"=="update" if exist "%HOME_DIR%\lib" (
    if exist "%STATE%\lib.update" rmdir /s /q "%STATE%\lib.update"
    xcopy /q /i /e "%HOME_DIR%\lib" "%STATE%\lib.update" > nul
    set "LIB=%STATE%\lib.update"
)
set "CLASS_PATH=%LIB%\*"

rem --- the student's classes, for commands that train with them
set "MINE="
if /i "%~1"=="train" call :wants_mine %*
if /i "%~1"=="sweep" call :wants_mine %*
if /i "%~1"=="lab2-speeds" call :wants_no_other %*
if not defined MINE goto run
call :compile_student
if errorlevel 1 exit /b 1
set "CLASS_PATH=%STATE%\classes;%LIB%\*"

:run
set "JVM=-Xshare:auto -Xlog:disable -Xlog:all=off -XX:+UseSerialGC"
set "FAST="
for %%c in (train demo bench report check grade doctor analyze sweep lab2-speeds visualize) do if /i "%~1"=="%%c" set "FAST=yes"
if defined FAST (set "JVM=%JVM% --add-modules jdk.incubator.vector") else (set "JVM=%JVM% -XX:TieredStopAtLevel=1")
for %%c in (check grade) do if /i "%~1"=="%%c" set "JVM=%JVM% -Dgradlab.exact=true -Djdk.reflect.useNativeAccessorOnly=true"
set "NAME=%~1"
if not defined NAME set "NAME=progress"
set "ARCHIVE="
if not defined GRADLAB_JAVA_OPTS for %%c in (check hint progress submit --help) do if /i "%NAME%"=="%%c" set "ARCHIVE=%STATE%\%%c.jsa"
set "ERRORS=%STATE%\errors-%RANDOM%%RANDOM%.txt"
rem The JVM's own warnings are dropped. A block is read before it runs, so that an update may replace this very file.
setlocal EnableDelayedExpansion
if defined ARCHIVE set JVM=!JVM! -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=!ARCHIVE!"
(
    "!JDK!\bin\java" !JVM! "-Dgradlab.home=!HOME_DIR!" %GRADLAB_JAVA_OPTS% -cp "!CLASS_PATH!" io.gradlab.cli.Main %* 2> "!ERRORS!"
    set "CODE=!ERRORLEVEL!"
    findstr /v /b /c:"WARNING: " "!ERRORS!" 1>&2
    del "!ERRORS!" > nul 2>&1
    exit /b !CODE!
)

:wants_mine
shift
if "%~1"=="" exit /b 0
if /i "%~1"=="mine" set "MINE=yes"
if /i "%~1"=="--mine" set "MINE=yes"
goto wants_mine

:wants_no_other
set "MINE=yes"
:next_of_others
shift
if "%~1"=="" exit /b 0
if /i "%~1"=="core" set "MINE="
if /i "%~1"=="solutions" set "MINE="
goto next_of_others

:compile_student
if exist "%STATE%\classes" rmdir /s /q "%STATE%\classes"
if exist "%STATE%\sources.txt" del "%STATE%\sources.txt"
pushd "%HOME_DIR%"
for /d %%m in (lab*-*) do if exist "%%m\src\main\java" call :add_module "%%m"
"%JDK%\bin\javac" -nowarn -proc:none -cp "%LIB%\*" -d "%STATE%\classes" "@%STATE%\sources.txt" 1>&2
if errorlevel 1 (
    popd
    echo gradlab: your code does not compile yet; see the lines above 1>&2
    exit /b 1
)
popd
exit /b 0

rem A place of its own, as the folder of a `for /r` cannot be another one's variable.
:add_module
for /r "%HOME_DIR%\%~1\src\main\java" %%f in (*.java) do call :add_source "%%f"
exit /b 0

rem Adds a file of a student package to javac's list: seen from here, and with slashes, for a backslash is an escape there.
:add_source
set "SOURCE=%~1"
if "%SOURCE:\student\=%"=="%SOURCE%" exit /b 0
call set "SOURCE=%%SOURCE:%HOME_DIR%\=%%"
echo "%SOURCE:\=/%">> "%STATE%\sources.txt"
exit /b 0

:when_built
rem Builds if nothing is built, or if another commit is checked out since; cmd cannot ask which file is newer. After a change of
rem your own to the course itself, delete .gradlab\lib.
set "COMMIT=none"
for /f "delims=" %%c in ('git -C "%HOME_DIR%" rev-parse HEAD 2^>nul') do set "COMMIT=%%c"
set "BUILT="
if exist "%STATE%\built-of.txt" set /p BUILT=<"%STATE%\built-of.txt"
if exist "%STATE%\lib" if "%BUILT%"=="%COMMIT%" exit /b 0
where mvn > nul 2>&1
if errorlevel 1 (
    echo gradlab: Maven is needed to build: install it, its bin on the PATH 1>&2
    exit /b 2
)
echo Building GradLab ^(once; this takes a minute^) ... 1>&2
if exist "%STATE%\lib.new" rmdir /s /q "%STATE%\lib.new"
pushd "%HOME_DIR%"
call mvn -B -q -Dmaven.test.skip=true package dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=io.gradlab "-DoutputDirectory=%STATE%\lib.new" > "%STATE%\build.log" 2>&1
if errorlevel 1 (
    popd
    echo gradlab: the build failed; everything it said is in .gradlab\build.log 1>&2
    exit /b 1
)
for /d %%m in (*) do if exist "%%m\target\*.jar" copy /y "%%m\target\*.jar" "%STATE%\lib.new" > nul
popd
if exist "%STATE%\lib" rmdir /s /q "%STATE%\lib"
del "%STATE%\*.jsa" "%STATE%\*.aot" > nul 2>&1
move "%STATE%\lib.new" "%STATE%\lib" > nul
> "%STATE%\built-of.txt" echo %COMMIT%
exit /b 0

:try
if defined JDK exit /b 0
set "VERSION="
for /f "tokens=2 delims==." %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release" 2^>nul') do set "VERSION=%%~v"
if not defined VERSION exit /b 0
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 if exist "%~1\bin\javac.exe" set "JDK=%~f1"
exit /b 0
