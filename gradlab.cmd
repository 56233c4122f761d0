@echo off
rem GradLab's launcher for Windows; the twin of the shell script `gradlab`. Not yet run on Windows.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "STATE=%HOME_DIR%\.gradlab"

set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JDK (
    echo gradlab: no JDK 25 found: install one ^(for example from adoptium.net^), or set JAVA_HOME to it 1>&2
    exit /b 2
)

if not exist "%STATE%\lib" (
    echo Building GradLab ^(once; this takes a minute^) ... 1>&2
    if not exist "%STATE%" mkdir "%STATE%"
    pushd "%HOME_DIR%"
    call mvn -B -q -DskipTests package dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=io.gradlab "-DoutputDirectory=%STATE%\lib.new" > "%STATE%\build.log" 2>&1
    if errorlevel 1 (
        popd
        echo gradlab: the build failed; everything it said is in .gradlab\build.log 1>&2
        exit /b 1
    )
    popd
    for /d %%m in ("%HOME_DIR%\*") do if exist "%%m\target\*.jar" copy /y "%%m\target\*.jar" "%STATE%\lib.new" > nul
    move "%STATE%\lib.new" "%STATE%\lib" > nul
)

"%JDK%\bin\java" --add-modules jdk.incubator.vector -Xlog:disable -Xlog:all=off "-Dgradlab.home=%HOME_DIR%" %GRADLAB_JAVA_OPTS% -cp "%STATE%\lib\*" io.gradlab.cli.Main %* 2> "%STATE%\errors.txt"
set "CODE=%ERRORLEVEL%"
findstr /v /b /c:"WARNING: " "%STATE%\errors.txt" 1>&2
exit /b %CODE%

:try
if defined JDK exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION "%~1\release" 2^>nul') do set "VERSION=%%~v"
set "VERSION=%VERSION:"=%"
if defined VERSION if %VERSION% GEQ 25 if exist "%~1\bin\javac.exe" set "JDK=%~1"
exit /b
